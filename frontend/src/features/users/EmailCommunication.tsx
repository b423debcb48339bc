import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { asFailure } from '@/lib/failure';
import { fullName, useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { useViewer } from '@/lib/viewer';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Badge, Button, Card, DescriptionList, showToast, Stack, Switch } from '@/ui';
import { useConsentWords } from './consentWords';

const ConsentHistory = lazy(() => import('./ConsentHistory'));

const EmailCommunicationFragment = graphql(`
  fragment EmailCommunication on User {
    id
    firstName
    lastName
    emailSubscribed
    emailSubscriptionChangedAt
    emailSubscriptionSource
    unsubscribeUrl
    consentHistory(first: 1) {
      edges {
        node {
          actor
        }
      }
    }
  }
`);

const SetDocument = graphql(`
  mutation EmailCommunication($input: SetEmailSubscriptionInput!) {
    setEmailSubscription(input: $input) {
      user {
        id
      }
      userErrors {
        message
      }
      undo {
        token
        expiresAt
      }
    }
  }
`);

/** **Email communication**: whether they receive it, with a switch for those who keep it; and the **Last change**. */
export function EmailCommunication({ user }: { user: FragmentType<typeof EmailCommunicationFragment> }) {
  const { t } = useLingui();
  const format = useFormat();
  const said = useConsentWords();
  const viewer = useViewer();
  const data = readFragment(EmailCommunicationFragment, user);
  const [isOpen, setOpen] = useState(false);
  const { emailSubscribed, emailSubscriptionChangedAt: at, emailSubscriptionSource: source } = data;
  const actor = data.consentHistory.edges[0]?.node.actor;
  // Only those who keep this user's consent are told the link; everybody keeps their own.
  const mayChange = !!data.unsubscribeUrl || viewer.user.id === data.id;
  return (
    <Card
      title={t`Email communication`}
      actions={at && <Button size="small" onPress={() => setOpen(true)}>{t`History`}</Button>}
    >
      <Stack>
        {mayChange && <Consent user={data} />}
        <DescriptionList
          items={[
            ...(mayChange
              ? []
              : [
                  {
                    term: t`Receives it`,
                    value: emailSubscribed ? <Badge tone="ok">{t`On`}</Badge> : <Badge tone="off">{t`Off`}</Badge>,
                  },
                ]),
            {
              term: t`Last change`,
              value: at ? (
                <span title={format.exact(at)}>{said({ subscribed: emailSubscribed, at, actor, source })}</span>
              ) : (
                <Trans>never changed</Trans>
              ),
            },
          ]}
        />
      </Stack>
      {isOpen && (
        <Suspense>
          <ConsentHistory id={data.id} name={fullName(data)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Card>
  );
}

interface ConsentProps {
  user: {
    id: string;
    firstName: string;
    lastName: string;
    emailSubscribed: boolean;
    emailSubscriptionChangedAt?: string | null;
  };
}

/** The switch. It shows what was pressed until the user says the same. */
function Consent({ user }: ConsentProps) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const { run } = useMutation(SetDocument, { touches: ['User', 'UserConnection', 'ChangeConnection'] });
  const [wanted, setWanted] = useState<boolean>();
  // What came of it has been read: the user says it from now on.
  const [known, setKnown] = useState(user.emailSubscriptionChangedAt);
  if (known !== user.emailSubscriptionChangedAt) {
    setKnown(user.emailSubscriptionChangedAt);
    setWanted(undefined);
  }
  const name = <strong>{fullName(user)}</strong>;

  async function set(subscribed: boolean) {
    if (wanted !== undefined) return;
    setWanted(subscribed);
    try {
      const { userErrors, undo } = (await run({ input: { userId: user.id, subscribed } })).setEmailSubscription;
      const refusal = userErrors[0]?.message;
      if (refusal) setWanted(undefined);
      showToast(
        refusal
          ? { message: refusal, tone: 'bad' }
          : {
              message: subscribed ? (
                <Trans>{name} receives email communication.</Trans>
              ) : (
                <Trans>{name} no longer receives email communication.</Trans>
              ),
              undo: takeBack(undo),
            },
      );
    } catch (thrown) {
      setWanted(undefined);
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  return (
    <Switch
      label={t`Receives email communication`}
      value={wanted ?? user.emailSubscribed}
      onChange={(subscribed) => void set(subscribed)}
    />
  );
}
