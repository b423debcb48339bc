import { Trans, useLingui } from '@lingui/react/macro';
import { LockOpen, LogOut, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { useViewer } from '@/lib/viewer';
import { Button, Card, Confirm, DescriptionList, Note, Row, showToast } from '@/ui';
import { managesAccount } from './cared';
import { FactorSelect } from './FactorSelect';

const SignInCardFragment = graphql(`
  fragment SignInCard on User {
    id
    firstName
    lastName
    role {
      id
      name
    }
    account {
      state
      factorProvider
      requiredFactor
      sessions {
        id
        lastSeenAt
        ip
        userAgent
        current
      }
    }
  }
`);

const SetProviderDocument = graphql(`
  mutation SignInCardProvide($input: SetFactorProviderInput!) {
    setFactorProvider(input: $input) {
      user {
        id
        account {
          factorProvider
          requiredFactor
        }
      }
      userErrors {
        message
      }
    }
  }
`);

const ResetFactorDocument = graphql(`
  mutation SignInCardReset($input: UserIDInput!) {
    resetFactor(input: $input) {
      user {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

const EndSessionsDocument = graphql(`
  mutation SignInCardEnd($input: EndSessionsInput!) {
    endSessions(input: $input) {
      user {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

const UnlockDocument = graphql(`
  mutation SignInCardUnlock($input: UserIDInput!) {
    unlockAccount(input: $input) {
      user {
        id
        account {
          state
        }
      }
      userErrors {
        message
      }
    }
  }
`);

interface Refused {
  userErrors: readonly { message: string }[];
}

/** How a user signs in: the second factor, a lock after wrong passwords, and where they are signed in. */
export function SignInCard({ user, refetch }: { user: FragmentType<typeof SignInCardFragment>; refetch: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const viewer = useViewer();
  const data = readFragment(SignInCardFragment, user);
  const [asking, setAsking] = useState<'factor' | 'sessions'>();
  const [trouble, setTrouble] = useState<string>();
  const provide = useMutation(SetProviderDocument);
  const reset = useMutation(ResetFactorDocument);
  const end = useMutation(EndSessionsDocument);
  const unlock = useMutation(UnlockDocument);
  const { account } = data;
  if (!account || account.state === 'CLOSED' || !managesAccount(viewer, data)) return null;

  const userId = data.id;
  const name = `${data.firstName} ${data.lastName}`;
  const after = async (payload: Promise<Refused>, done: string) => {
    setTrouble(undefined);
    try {
      const refused = (await payload).userErrors[0];
      if (refused) setTrouble(refused.message);
      else showToast({ message: done });
      refetch();
    } catch (thrown) {
      setTrouble(asFailure(thrown).message);
    }
  };

  return (
    <Card title={t`TFA Details`}>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      {account.state === 'LOCKED' && (
        <Note
          tone="warn"
          title={t`Too many wrong passwords: none is taken for up to 15 minutes.`}
          actions={
            // One's own ends by itself: whoever could end it could guess on and on.
            userId !== viewer.user.id && (
              <Button
                icon={LockOpen}
                onPress={() =>
                  void after(
                    unlock.run({ input: { userId } }).then((answer) => answer.unlockAccount),
                    t`${name} can sign in again.`,
                  )
                }
              >
                {t`Unlock`}
              </Button>
            )
          }
        />
      )}
      <FactorSelect
        value={account.factorProvider}
        onChange={(provider) =>
          void after(
            provide.run({ input: { userId, provider } }).then((answer) => answer.setFactorProvider),
            t`The next sign-in of ${name} asks for it.`,
          )
        }
      />
      <Row>
        {account.requiredFactor !== 'NONE' && (
          <Button icon={RotateCcw} onPress={() => setAsking('factor')}>{t`Reset Second Factor`}</Button>
        )}
        {account.sessions.length > 0 && (
          <Button icon={LogOut} onPress={() => setAsking('sessions')}>{t`Sign out everywhere`}</Button>
        )}
      </Row>
      {account.sessions.length > 0 ? (
        <DescriptionList
          items={account.sessions.map((session) => ({
            term: session.userAgent ?? t`An unknown browser`,
            value: [session.ip, format.dateTime(session.lastSeenAt)].filter(Boolean).join(' · '),
          }))}
        />
      ) : (
        <p>
          <Trans>Signed in nowhere.</Trans>
        </p>
      )}
      <Confirm
        title={t`Reset the second factor of ${name}?`}
        isOpen={asking === 'factor'}
        onClose={() => setAsking(undefined)}
        onConfirm={() =>
          after(
            reset.run({ input: { userId } }).then((answer) => answer.resetFactor),
            t`The second factor of ${name} was reset.`,
          )
        }
      >
        <Trans>They are signed out everywhere, and set it up anew at their next sign-in.</Trans>
      </Confirm>
      <Confirm
        title={t`Sign ${name} out everywhere?`}
        isOpen={asking === 'sessions'}
        onClose={() => setAsking(undefined)}
        onConfirm={() =>
          after(
            end.run({ input: { userId } }).then((answer) => answer.endSessions),
            t`${name} was signed out everywhere.`,
          )
        }
      >
        <Trans>They sign in again with their password.</Trans>
      </Confirm>
    </Card>
  );
}
