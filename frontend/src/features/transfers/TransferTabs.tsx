import { useLingui } from '@lingui/react/macro';
import { routes } from '@/lib/routes';
import { useCan } from '@/lib/viewer';
import { TabLinks } from '@/ui';

/** The two lists of **Imports & Exports**, for whoever may use both. */
export function TransferTabs({ current }: { current: string }) {
  const { t } = useLingui();
  const can = useCan();
  if (!can('IMPORT') || !can('EXPORT')) return null;
  return (
    <TabLinks
      label={t`Imports & Exports`}
      current={current}
      items={[
        { href: routes.imports, label: t`Imports` },
        { href: routes.exports, label: t`Exports` },
      ]}
    />
  );
}
