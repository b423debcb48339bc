import { Trans, useLingui } from '@lingui/react/macro';
import { Mail } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { useFormat } from '@/lib/format';
import { useCan } from '@/lib/viewer';
import { Button, Card, Row, Switch } from '@/ui';
import { PasswordMailConfirm, PasswordMailOutcome } from './PasswordMail';
import { RevokeInvitation } from './RevokeInvitation';
import { usePasswordMail } from './usePasswordMail';

const PasswordSectionFragment = graphql(`
  fragment PasswordSection on User {
    id
    email
    account {
      email
      state
      notify
      notifiedAt
      linkExpiresAt
      revokedAt
    }
  }
`);

/** **Password** on the card: the invitation's switch before a password exists, **Reset Password** after; never both. */
export function PasswordSection({ user }: { user: FragmentType<typeof PasswordSectionFragment> }) {
  const { t } = useLingui();
  const data = readFragment(PasswordSectionFragment, user);
  const mail = usePasswordMail(data);
  const mayCreate = useCan()('ACCOUNTS_MANAGE');
  if (data.account?.state === 'CLOSED') {
    return (
      <Card title={t`Password`}>
        <p>
          <Trans>The account is closed: nobody signs in with it any more.</Trans>
        </p>
      </Card>
    );
  }
  return (
    <Card title={t`Password`}>
      {mail.kind === 'reset' ? (
        <>
          <p>
            <Trans>They have chosen a password. A reset lets them choose another; nobody else gets to know it.</Trans>
          </p>
          <div>
            <Button icon={Mail} onPress={mail.ask}>
              {t`Reset Password`}
            </Button>
          </div>
        </>
      ) : data.account || mayCreate ? (
        <Invitation userId={data.id} account={data.account} mail={mail} />
      ) : (
        <p>
          <Trans>No account: this user can't sign in.</Trans>
        </p>
      )}
      <PasswordMailOutcome mail={mail} />
      <PasswordMailConfirm mail={mail} />
    </Card>
  );
}

interface InvitationProps {
  userId: string;
  account?: {
    state: string;
    notify: string;
    notifiedAt?: string | null;
    linkExpiresAt?: string | null;
    revokedAt?: string | null;
  } | null;
  mail: ReturnType<typeof usePasswordMail>;
}

/** The switch is on while an invitation is out. It is replaced by another, or taken back. */
function Invitation({ userId, account, mail }: InvitationProps) {
  const { t } = useLingui();
  const format = useFormat();
  const mayManage = useCan()('ACCOUNTS_MANAGE');
  const isOut = account?.state === 'INVITED' && !!account.linkExpiresAt;
  const until = isOut ? format.dateTime(account.linkExpiresAt!) : '';
  const waitsForJob = account?.notify === 'BY_JOB' && !account.notifiedAt;
  return (
    <>
      <Switch
        label={t`Send invitation to create a password`}
        description={
          isOut
            ? t`Invited as ${mail.address}. The link works until ${until}.`
            : waitsForJob
              ? t`The next Notification job sends a notice. Switch on to send an invitation now.`
              : account?.revokedAt
                ? t`The invitation was taken back: nobody can sign in with this account.`
                : account
                  ? t`No link works at present: nobody can sign in with this account yet.`
                  : t`Off: no account, so no sign-in.`
        }
        value={isOut || mail.isAsking}
        onChange={mail.ask}
      />
      {isOut && (
        <Row>
          <Button icon={Mail} onPress={mail.ask}>
            {t`Resend Invite`}
          </Button>
          {mayManage && <RevokeInvitation userId={userId} address={mail.address} />}
        </Row>
      )}
    </>
  );
}
