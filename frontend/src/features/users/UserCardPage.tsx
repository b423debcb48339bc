import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, UserRoundX } from 'lucide-react';
import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { NotShown } from '@/parts/absent/NotShown';
import { graphql } from '@/gen';
import type { UserCardPageQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan, useMayEdit } from '@/lib/viewer';
import { withWords } from '@/lib/words';
import { Button, isLetter, PageHeader, TabLinks } from '@/ui';
import { type CardTab, cardTabs } from './cardTabs';
import { DetailsTab } from './DetailsTab';
import { lastCursor, lastList } from './lastList';
import { Neighbours } from './list/Neighbours';
import { SettingsTab } from './SettingsTab';
import { StateBadge } from '@/parts/users/StateBadge';
import { useCare } from './useCare';

const ActivitiesTab = lazy(() => import('./activities/ActivitiesTab'));
const HistoryTab = lazy(() => import('./care/HistoryTab'));
const RemindersTab = lazy(() => withWords(import('./RemindersTab'), import('@/locales/en/reminders.po')));

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

  const shown = cardTabs(can).find((each) => each.id === tab);
  if (!shown) return <Navigate to={routes.user(id)} replace />;
  // On the way from one user to another, the other is not this one.
  const isOther = isStale && data?.node?.__typename === 'User' && data.node.id !== id;
  const node = isOther ? undefined : data?.node;
  if (node?.__typename === 'User') return <UserCard user={node} tab={shown.id} back={back} refetch={refetch} />;

  return (
    <NotShown
      title={t`User`}
      missing={{
        icon: UserRoundX,
        title: t`No such user`,
        sentence: t`This user does not exist, or you may not see them.`,
      }}
      isMissing={!!data && !isOther}
      {...{ back, failure, refetch }}
    />
  );
}

interface UserCardProps {
  user: CardUser;
  tab: CardTab['id'];
  back: { href: string; label: string };
  refetch: () => void;
}

function UserCard({ user, tab, back, refetch }: UserCardProps) {
  const { t } = useLingui();
  const can = useCan();
  const navigate = useNavigate();
  const { begin, care, current } = useCare(() => void navigate(lastList()));
  const actions = useRef<HTMLButtonElement>(null);
  const mayEdit = useMayEdit();
  const mayAct = mayEdit || can('ACCOUNTS_MANAGE') || can('USERS_DELETE');
  const name = fullName(user);
  const at = lastCursor(user.id);
  const tabs = cardTabs(can);
  useDigits((digit) => {
    const to = tabs[digit - 1];
    if (to && to.id !== tab) void navigate(routes.user(user.id, to.id));
  });
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
        items={tabs.map(({ id, label }) => ({ href: routes.user(user.id, id), label: t(label) }))}
      />
      {tab === 'history' || tab === 'activities' ? (
        <Suspense>
          {tab === 'history' ? <HistoryTab key={user.id} id={user.id} /> : <ActivitiesTab key={user.id} id={user.id} />}
        </Suspense>
      ) : tab === 'reminders' ? (
        <Suspense>
          <RemindersTab key={user.id} user={user} />
        </Suspense>
      ) : tab === 'details' ? (
        <DetailsTab key={user.id} user={user} refetch={refetch} />
      ) : (
        <SettingsTab key={user.id} user={user} refetch={refetch} />
      )}
    </>
  );
}

/** Digits do something, except in a form: what is written there would go. */
function useDigits(act: (digit: number) => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isWriting = !!(event.target as Element | null)?.closest?.('form');
    if (!isWriting && isLetter(event) && /[1-9]/.test(event.key)) act(Number(event.key));
  });
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
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
