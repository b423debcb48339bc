import { Trans, useLingui } from '@lingui/react/macro';
import { routes } from '@/lib/routes';
import { SendConfirm } from '@/parts/messages/SendConfirm';
import type { WarningCode } from '@/gen/graphql';
import { Link, Note } from '@/ui';
import type { MailOutcome, SentMail, usePasswordMail } from './usePasswordMail';

type Mail = ReturnType<typeof usePasswordMail>;

/** Asks before a mail goes out, since it kills every older link. */
export function PasswordMailConfirm({
  mail,
}: {
  mail: Pick<Mail, 'kind' | 'address' | 'isAsking' | 'close'> & {
    confirm: (override?: WarningCode[]) => Promise<MailOutcome>;
  };
}) {
  const { t } = useLingui();
  const { kind, address } = mail;
  const titles = {
    first: t`Send an invitation to ${address}?`,
    again: t`Resend invite to ${address}?`,
    reset: t`Send a password reset to ${address}?`,
  };
  return (
    <SendConfirm
      title={titles[kind]}
      isOpen={mail.isAsking}
      onClose={mail.close}
      send={async (override) => (await mail.confirm(override)).warning}
    >
      {kind === 'first' && (
        <Trans>They get an account with this email, and a link to choose a password. It works for 24 hours.</Trans>
      )}
      {kind === 'again' && <Trans>The old link stops working.</Trans>}
      {kind === 'reset' && (
        <Trans>Any older link stops working. The present password works until they have chosen another.</Trans>
      )}
    </SendConfirm>
  );
}

/** What came of it: where it went and what to do when it does not arrive; or why it was not sent. */
export function PasswordMailOutcome({ mail: { sent, trouble, userId } }: { mail: Mail }) {
  if (trouble) {
    return (
      <Note tone={trouble.isWarning ? 'warn' : 'bad'} role="alert" title={trouble.message}>
        {trouble.isWarning && (
          <Trans>
            Nothing was sent. To override this, create the account under{' '}
            <Link look="inherit" href={routes.user(userId, 'settings')}>
              Settings
            </Link>
            .
          </Trans>
        )}
      </Note>
    );
  }
  if (!sent) return null;
  return (
    <Note tone="ok" role="status" title={<SentTo mail={sent} />}>
      <IfMissing mail={sent} />
    </Note>
  );
}

/** Where a mail went. */
export function SentTo({ mail: { kind, to } }: { mail: SentMail }) {
  return kind === 'reset' ? <Trans>Password reset sent to {to}.</Trans> : <Trans>Invitation sent to {to}.</Trans>;
}

/** What to do when it does not arrive. */
export function IfMissing({ mail }: { mail: SentMail }) {
  return mail.isKept ? (
    <Trans>No mail provider is set, so it is kept under Email.</Trans>
  ) : (
    <Trans>
      Not there within five minutes? Have them look in the spam folder, and check the spelling of the address.
    </Trans>
  );
}
