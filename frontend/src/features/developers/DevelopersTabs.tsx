import { useLingui } from '@lingui/react/macro';
import { routes } from '@/lib/routes';
import { TabLinks } from '@/ui';

/** The screens of Developers. */
export function DevelopersTabs({ current }: { current: string }) {
  const { t } = useLingui();
  return (
    <TabLinks
      label={t`Developers`}
      current={current}
      items={[
        { href: routes.clients, label: t`API clients` },
        { href: routes.signupForm, label: t`Sign-up form` },
      ]}
    />
  );
}
