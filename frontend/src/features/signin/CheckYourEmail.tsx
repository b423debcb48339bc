import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { Note, PageTitle } from '@/ui';

/** That a link was sent, perhaps; and what to do when it does not arrive. Takes the focus to its heading. */
export function CheckYourEmail({ lead }: { lead: ReactNode }) {
  const { t } = useLingui();
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, []);
  return (
    <>
      <PageTitle title={t`Check your email`} lead={lead} />
      <Note tone="info" title={<Trans>The link works for 24 hours, once.</Trans>}>
        <Trans>
          Nothing there within five minutes? Look in the spam folder, and check the spelling of the address.
        </Trans>
      </Note>
    </>
  );
}
