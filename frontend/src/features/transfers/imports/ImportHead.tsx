import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { routes } from '@/lib/routes';
import { PageHeader, Steps } from '@/ui';

/** **Import Users**, and how far it is: 0 to 3 are the steps, 4 is behind them. */
export function ImportHead({ step, meta }: { step: number; meta?: ReactNode }) {
  const { t } = useLingui();
  return (
    <PageHeader
      title={t`Import Users`}
      meta={meta}
      back={{ href: routes.imports, label: t`Back to the imports` }}
      actions={<Steps label={t`Steps`} steps={[t`File`, t`Match columns`, t`Check`, t`Import`]} current={step} />}
    />
  );
}
