import { Trans, useLingui } from '@lingui/react/macro';
import { KeyRound, Mail } from 'lucide-react';
import { useRef } from 'react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { useFormat } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { Badge, Button, Card, FieldGrid, Note, Row, TextField } from '@/ui';
import { managesAccount } from './cared';
import { PasswordMailConfirm, PasswordMailOutcome } from './PasswordMail';
import { accountStates } from '@/parts/users/status';
import { useCare } from './useCare';
import { usePasswordMail } from './usePasswordMail';

const AccountDetailsFragment = graphql(`
  fragment AccountDetails on User {
    id
    email
    firstName
    lastName
    status
    role {
      id
      name
    }
    account {
      email
      loginName
      state
      creationNotice
      linkExpiresAt
      temporaryUntil
    }
  }
`);

/** **Account Details** of a user who has an account. */
export function AccountDetails({ user }: { user: FragmentType<typeof AccountDetailsFragment> }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const { begin, care } = useCare();
  const change = useRef<HTMLButtonElement>(null);
  const format = useFormat();
  const data = readFragment(AccountDetailsFragment, user);
  const mail = usePasswordMail(data);
  const { account } = data;
  if (!account) return null;
  const { word, tone } = accountStates[account.state];
  const until = account.linkExpiresAt && format.dateTime(account.linkExpiresAt);
  const temporaryUntil = account.temporaryUntil && format.dateTime(account.temporaryUntil);
  return (
    <Card title={t`Account Details`} actions={<Badge tone={tone}>{t(word)}</Badge>}>
      {account.creationNotice && (
        <Note tone="ok" title={account.creationNotice}>
          {until && account.state === 'INVITED' && <Trans>The link works until {until}.</Trans>}
        </Note>
      )}
      {temporaryUntil && (
        <Note tone="warn" title={t`A temporary password works for 24 hours, and only to choose another one.`}>
          {Date.parse(account.temporaryUntil!) > Date.now() ? (
            <Trans>This one ends: {temporaryUntil}.</Trans>
          ) : (
            <Trans>This one ended: {temporaryUntil}. Set another, or send a reset.</Trans>
          )}
        </Note>
      )}
      <FieldGrid>
        <TextField
          label={t`Account email`}
          value={account.email}
          isReadOnly
          description={t`Email can't be changed. Create a new user for a new address.`}
        />
        <TextField
          label={t`Login Name`}
          value={account.loginName}
          isReadOnly
          description={t`Used to sign in, beside the email.`}
        />
        <TextField label={t`Assigned Role`} value={data.role?.name ?? t`none`} isReadOnly />
      </FieldGrid>
      <PasswordMailOutcome mail={mail} />
      {managesAccount(viewer, data) && account.state !== 'CLOSED' && (
        <Row>
          <Button variant="primary" icon={Mail} onPress={mail.ask}>
            {t`Send Password Reset`}
          </Button>
          <Button
            ref={change}
            icon={KeyRound}
            onPress={() => change.current && begin({ user: data, opener: change.current, start: 'password' })}
          >
            {t`Change Password`}
          </Button>
        </Row>
      )}
      <PasswordMailConfirm mail={mail} />
      {care}
    </Card>
  );
}
