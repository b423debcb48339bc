import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Note } from '@/ui';
import { Done } from './Done';

/** That a link was sent, perhaps; and what to do when it does not arrive. */
export function CheckYourEmail({ lead }: { lead: ReactNode }) {
  const { t } = useLingui();
  return (
    <Done title={t`Check your email`} lead={lead}>
      <Note tone="info" title={<Trans>The link works for 24 hours, once.</Trans>}>
        <Trans>
          Nothing there within five minutes? Look in the spam folder, and check the spelling of the address.
        </Trans>
      </Note>
    </Done>
  );
}
