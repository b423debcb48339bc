import { Trans, useLingui } from '@lingui/react/macro';
import { Note, PageTitle } from '@/ui';

/** What a form leads to that names no page of its own. It says the same to everybody. */
export default function ThanksPage() {
  const { t } = useLingui();
  return (
    <>
      <PageTitle
        title={t`Check your email`}
        lead={<Trans>Thank you. An email is on its way to you: open its link to confirm.</Trans>}
      />
      <Note tone="info" title={<Trans>The link works for 24 hours, once.</Trans>}>
        <Trans>
          Nothing there within five minutes? Look in the spam folder, and check the spelling of the address.
        </Trans>
      </Note>
    </>
  );
}
