import { useLingui } from '@lingui/react/macro';
import { routes } from '@/lib/routes';
import { TabLinks } from '@/ui';

/** The screens of Settings. */
export function SettingsTabs({ current }: { current: string }) {
  const { t } = useLingui();
  return (
    <TabLinks
      label={t`Settings`}
      current={current}
      items={[
        { href: routes.general, label: t`General` },
        { href: routes.features, label: t`Features` },
        { href: routes.pages, label: t`Protected pages` },
      ]}
    />
  );
}
