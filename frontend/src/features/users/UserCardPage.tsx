import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, UserRoundX } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { graphql } from '@/gen';
import type { UserCardPageQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan } from '@/lib/viewer';
import { Button, EmptyState, LinkButton, Note, PageBody, PageHeader, Skeleton, TabLinks } from '@/ui';
import { DetailsTab } from './DetailsTab';
import { lastCursor, lastList } from './lastList';
import { Neighbours } from './list/Neighbours';
import { SettingsTab } from './SettingsTab';
import { StateBadge } from './StateBadge';
import { useCare } from './useCare';

const HistoryTab = lazy(() => import('./care/HistoryTab'));

const CardQuery = graphql(`
  query UserCardPage($id: ID!, $notes: Boolean!, $messages: Boolean!) {
    node(id: $id) {
      __typename
      ... on User {
        id
        firstName
        lastName
        email
        status
        lastSignInAt
        role {
          id
          name
        }
        company {
          id
          name
        }
        account {
          email
          state
        }
        ...DetailsTab
        ...SettingsTab
      }
    }
  }
`);

type CardUser = Extract<UserCardPageQuery['node'], { __typename: 'User' }>;

/** One user: who they are, and their account. */
export default function UserCardPage() {
  const { t } = useLingui();
  const can = useCan();
  const { id = '', tab } = useParams();
  const { data, failure, isStale, refetch } = useQuery(CardQuery, {
    id,
    notes: can('NOTES_READ'),
    messages: can('MESSAGES_READ'),
  });
  const back = { href: lastList(), label: t`Back to the list` };

  if (tab !== 'details' && tab !== 'settings' && !(tab === 'history' && can('CHANGES_READ')))
    return <Navigate to={routes.user(id)} replace />;
  // On the way from one user to another, the other is not this one.
  const isOther = isStale && data?.node?.__typename === 'User' && data.node.id !== id;
  const node = isOther ? undefined : data?.node;
  if (node?.__typename === 'User') return <UserCard user={node} tab={tab} back={back} refetch={refetch} />;

  if ((data && !isOther) || failure?.kind === 'refused') {
    return (
      <>
        <PageHeader title={t`No such user`} back={back} />
        <EmptyState
          icon={UserRoundX}
          title={t`This user does not exist, or you may not see them.`}
          actions={<LinkButton href={lastList()}>{t`Back to the list`}</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t`User`} back={back} />
      <PageBody>
        {failure ? (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        ) : (
          <Skeleton lines={6} />
        )}
      </PageBody>
    </>
  );
}

interface UserCardProps {
  user: CardUser;
  tab: 'details' | 'settings' | 'history';
  back: { href: string; label: string };
  refetch: () => void;
}

function UserCard({ user, tab, back, refetch }: UserCardProps) {
  const { t } = useLingui();
  const can = useCan();
  const navigate = useNavigate();
  const { begin, care, current } = useCare(() => void navigate(lastList()));
  const actions = useRef<HTMLButtonElement>(null);
  const mayAct = can('USERS_WRITE') || can('ACCOUNTS_MANAGE') || can('USERS_DELETE');
  const name = fullName(user);
  const at = lastCursor(user.id);
  return (
    <>
      <PageHeader
        title={name}
        avatar={name}
        back={back}
        meta={<Meta user={user} />}
        actions={
          <>
            {at && <Neighbours at={at} tab={tab} />}
            {mayAct && (
              <Button
                ref={actions}
                trailingIcon={ChevronDown}
                aria-haspopup="menu"
                aria-expanded={current !== undefined}
                onPress={() => actions.current && begin({ user, opener: actions.current, start: 'menu' })}
              >
                {t`Actions`}
              </Button>
            )}
          </>
        }
      />
      {care}
      <TabLinks
        label={t`Sections of ${name}`}
        current={routes.user(user.id, tab)}
        items={[
          { href: routes.user(user.id, 'details'), label: t`Details` },
          { href: routes.user(user.id, 'settings'), label: t`Settings` },
          ...(can('CHANGES_READ') ? [{ href: routes.user(user.id, 'history'), label: t`History` }] : []),
        ]}
      />
      {tab === 'history' ? (
        <Suspense>
          <HistoryTab key={user.id} id={user.id} />
        </Suspense>
      ) : tab === 'details' ? (
        <DetailsTab key={user.id} user={user} refetch={refetch} />
      ) : (
        <SettingsTab key={user.id} user={user} refetch={refetch} />
      )}
    </>
  );
}

/** State, role, company, last sign-in: one line. */
function Meta({ user }: { user: CardUser }) {
  const format = useFormat();
  const lastSignIn = user.lastSignInAt && format.dateTime(user.lastSignInAt);
  const facts = [user.role?.name, user.company?.name].filter(Boolean);
  return (
    <>
      <StateBadge user={user} />
      {facts.map((fact) => (
        <span key={fact}>· {fact}</span>
      ))}
      <span>· {lastSignIn ? <Trans>last sign-in {lastSignIn}</Trans> : <Trans>never signed in</Trans>}</span>
    </>
  );
}
