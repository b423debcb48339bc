import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import type { UsersPageQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan } from '@/lib/viewer';
import { withWords } from '@/lib/words';
import {
  BarCount,
  BarSearch,
  Button,
  Grid,
  LinkButton,
  ListScreen,
  Note,
  PageHeader,
  SearchField,
  TabLinks,
} from '@/ui';
import { formatList, isFiltered, type ListState, listVariables } from './listState';
import { useCare } from './useCare';
import { useListState } from './useListState';
import { useUserColumns } from './useUserColumns';
import { useSearchText, useSlash } from './useSearchText';

const Nobody = lazy(() => import('./Nobody'));
const UserPanel = lazy(() => withWords(import('./care/UserPanel'), import('@/locales/en/users.po')));

const UsersQuery = graphql(`
  query UsersPage($first: Int, $after: Cursor, $filter: UserFilter, $orderBy: [UserOrder!]) {
    users(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges {
        node {
          id
          firstName
          lastName
          email
          status
          role {
            id
            name
          }
          account {
            email
            state
          }
          memberships {
            group {
              id
              name
            }
          }
          hiddenGroupCount
          lastSignInAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalCountIsEstimate
    }
  }
`);

type Page = UsersPageQuery['users'];
export type UserRow = Page['edges'][number]['node'];

const pick = (data: UsersPageQuery) => data.users;

/** Everybody whom the viewer may see: found while typing, sorted over all pages, told apart by a word. */
export default function UsersPage() {
  const { t } = useLingui();
  const can = useCan();
  const navigate = useNavigate();
  const [state, change] = useListState();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(
    state.q,
    useCallback((q: string) => change({ q }), [change]),
  );
  useSlash(search);
  const users = usePages(UsersQuery, listVariables(state), pick);
  const { begin, care, current } = useCare();
  const [peekedId, setPeeked] = useState<string>();
  const columns = useUserColumns({
    onPeek: (user) => setPeeked(user.id),
    onMenu: (user, opener) => begin({ user, opener, start: 'menu' }),
    open: current,
  });
  const peeked = users.rows.findIndex((user) => user.id === peekedId);
  const shown = users.rows[peeked];
  const walk = (step: number) => setPeeked((id) => users.rows[peeked + step]?.id ?? id);
  const closePanel = () => {
    setPeeked(undefined);
    // The row that was shown last is where Tab leads by now.
    document.querySelector<HTMLElement>('[role="grid"] [data-index] [tabindex="0"]')?.focus();
  };

  const tabs = [
    { status: 'all', label: t`All` },
    { status: 'active', label: t`Active` },
    { status: 'inactive', label: t`Inactive` },
  ] as const;
  const address = (status: ListState['status']) => routes.users + formatList({ ...state, status });

  return (
    <ListScreen
      head={
        <>
          <PageHeader
            title={t`Manage Users`}
            actions={
              can('USERS_WRITE') && (
                <LinkButton href={routes.newUser} variant="primary" icon={Plus}>
                  {t`New User`}
                </LinkButton>
              )
            }
          />
          <TabLinks
            label={t`Views`}
            current={address(state.status)}
            items={tabs.map(({ status, label }) => ({ href: address(status), label }))}
          />
        </>
      }
      bar={
        <>
          <BarSearch>
            <SearchField
              ref={search}
              label={t`Search users`}
              placeholder={t`Name, email, login, company, phone`}
              shortcut="/"
              value={text}
              onChange={setText}
            />
          </BarSearch>
          <BarCount>{users.first && <Count page={users.first} />}</BarCount>
        </>
      }
      note={
        users.failure && (
          <Note
            tone="bad"
            role="alert"
            title={users.failure.message}
            actions={<Button onPress={users.refetch}>{t`Retry`}</Button>}
          />
        )
      }
    >
      {(users.rows.length > 0 || !users.failure) && (
        <Grid
          label={t`Users`}
          columns={columns}
          rows={users.rows}
          rowCount={users.totalCount}
          rowId={(user) => user.id}
          rowName={fullName}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          hasMore={users.hasMore}
          onMore={users.loadMore}
          isLoading={users.isLoading}
          current={shown?.id}
          onPeek={(user) => setPeeked(user.id)}
          onMenu={(user, opener) => begin({ user, opener, start: 'menu' })}
          onOpen={(user) => void navigate(routes.user(user.id))}
          empty={
            <Suspense>
              <Nobody isFiltered={isFiltered(state)} onClear={() => change({ q: '', status: 'all' })} />
            </Suspense>
          }
        />
      )}
      {shown && (
        <Suspense>
          <UserPanel key={shown.id} user={shown} onClose={closePanel} onWalk={walk} />
        </Suspense>
      )}
      {care}
    </ListScreen>
  );
}

function Count({ page }: { page: Page }) {
  const { count } = useFormat();
  const number = count(page.totalCount);
  return (
    <>
      {page.totalCountIsEstimate && <Trans>about</Trans>}{' '}
      <Plural value={page.totalCount} one={`${number} user`} other={`${number} users`} />
    </>
  );
}
