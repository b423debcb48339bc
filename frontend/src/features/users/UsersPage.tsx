import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { graphql } from '@/gen';
import type { UsersCountQuery, UsersPageQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { useExactCount, usePages } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan, useMayEdit, useViewer } from '@/lib/viewer';
import { withWords } from '@/lib/words';
import { useSearchText, useSlash } from '@/parts/search/useSearchText';
import {
  BarCount,
  BarSearch,
  BarTools,
  Button,
  Grid,
  GridEnds,
  type GridHandle,
  LinkButton,
  ListScreen,
  Note,
  PageHeader,
  SearchField,
} from '@/ui';
import { rememberCursors } from './lastList';
import { ColumnsButton } from './list/ColumnsButton';
import { chipsOf } from './list/filters';
import { ListTabs } from './list/ListTabs';
import { keepLook, type ListLook, readLook, shownColumns } from './list/look';
import { useSelected } from './list/useSelected';
import { isFiltered, isOnlyNamed, listVariables, unfiltered } from './listState';
import { useCare } from './useCare';
import { useListState } from './useListState';
import { UsersQuery } from './usersQuery';
import { useUserColumns } from './useUserColumns';

const tools = () => import('@/locales/en/users-tools.po');
const Nobody = lazy(() => import('./Nobody'));
const Filters = lazy(() => withWords(import('./list/Filters'), tools()));
const Reach = lazy(() => withWords(import('./list/Reach'), tools()));
const Selecting = lazy(() => withWords(import('./list/bulk/Selecting'), tools()));
const Peek = lazy(() => withWords(import('./list/Peek'), import('@/locales/en/users.po')));

const CountQuery = graphql(`
  query UsersCount($filter: UserFilter) {
    users(first: 1, filter: $filter) {
      totalCount(exact: true)
    }
  }
`);

const pickCount = ({ users }: UsersCountQuery) => users.totalCount;

type Page = UsersPageQuery['users'];
export type UserRow = Page['edges'][number]['node'] & { cursor: string };

const pick = ({ users }: UsersPageQuery) => ({
  ...users,
  edges: users.edges.map(({ node, cursor }) => ({ node: { ...node, cursor } })),
});

/** Everybody whom the viewer may see: found while typing, sorted over all pages, told apart by a word. */
export default function UsersPage() {
  const { t } = useLingui();
  const can = useCan();
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const viewer = useViewer();
  const { state, change, peek } = useListState();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(
    state.q,
    useCallback((q: string) => change({ q }, { replace: true }), [change]),
  );
  useSlash(search);
  const [look, setLook] = useState(readLook);
  // A choice is ticked at once; all rows follow.
  const shown = useDeferredValue(look);
  const users = usePages(UsersQuery, { ...listVariables(state), ...shownColumns(shown.columns) }, pick);
  const grid = useRef<GridHandle>(null);
  const { filter } = listVariables(state);
  const exact = useExactCount(CountQuery, { filter }, pickCount, !!users.first?.totalCountIsEstimate);
  const { rows, isStale } = users;
  useEffect(() => {
    if (!isStale) rememberCursors(rows);
  }, [rows, isStale]);
  const { begin, care, current } = useCare();
  const selected = useSelected(JSON.stringify(filter), rows);
  const maySelect = (['USERS_WRITE', 'ACCOUNTS_MANAGE', 'USERS_DELETE'] as const).some((right) => can(right));
  const columns = useUserColumns(
    {
      onPeek: (user) => peek(user.id),
      onMenu: (user, opener) => begin({ user, opener, start: 'menu' }),
      open: current,
    },
    shown.columns,
  );
  const isNamed = isOnlyNamed(useLocation().search);
  const isReady = !!(users.first || users.failure);
  const isFirstRun = !isStale && !isFiltered(state) && users.totalCount === 1 && rows[0]?.id === viewer.user.id;
  const clear = () => change(unfiltered(state));
  const changeLook = (part: Partial<ListLook>) => {
    setLook((was) => ({ ...was, ...part }));
    keepLook(part);
  };
  const closePanel = () => {
    peek('');
    // The row that was shown last is where Tab leads by now.
    document.querySelector<HTMLElement>('[role="grid"] [data-index] [tabindex="0"]')?.focus();
  };

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
          <ListTabs state={state} isReady={isReady} />
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
          <BarTools isBroad={chipsOf(state).length > 1}>
            {isReady && (
              <Suspense>
                <Filters state={state} change={change} />
              </Suspense>
            )}
          </BarTools>
          <BarCount>{users.first && <Count page={users.first} exact={exact} />}</BarCount>
          <GridEnds grid={grid} firstLabel={t`Back to the first`} lastLabel={t`Go to the last user`} />
          <ColumnsButton look={look} onChange={changeLook} />
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
      actions={
        isReady &&
        maySelect && (
          <Suspense>
            <Selecting
              selected={selected}
              filter={filter}
              count={exact ?? users.totalCount}
              isAbout={!!users.first?.totalCountIsEstimate && exact === undefined}
            />
          </Suspense>
        )
      }
      foot={
        viewer.reach !== 'EVERYTHING' ? (
          <Suspense fallback={<br />}>
            <Reach />
          </Suspense>
        ) : (
          isFirstRun && (
            <Suspense>
              <Nobody isFiltered={false} onClear={clear} />
            </Suspense>
          )
        )
      }
    >
      {(users.rows.length > 0 || !users.failure) && (
        <Grid
          label={t`Users`}
          columns={columns}
          ref={grid}
          {...users.grid}
          rowCount={exact ?? users.totalCount}
          rowId={(user) => user.id}
          rowName={fullName}
          selected={selected.ids}
          onSelect={maySelect ? selected.select : undefined}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          onEnd={users.onEnd}
          isLoading={users.isLoading || isNamed}
          current={state.peek || undefined}
          rowHeight={shown.density}
          onPeek={(user) => peek(user.id)}
          onMenu={(user, opener) => begin({ user, opener, start: 'menu' })}
          onOpen={(user) => void navigate(routes.user(user.id))}
          onEdit={mayEdit ? (user) => void navigate(`${routes.user(user.id)}?edit`) : undefined}
          empty={
            <Suspense>
              <Nobody isFiltered={isFiltered(state)} onClear={clear} />
            </Suspense>
          }
        />
      )}
      {state.peek && (
        <Suspense>
          <Peek
            id={state.peek}
            row={rows.find(({ id }) => id === state.peek)}
            onClose={closePanel}
            onWalk={(step) => void users.neighbour(state.peek, step).then((next) => next && peek(next.id))}
          />
        </Suspense>
      )}
      {care}
    </ListScreen>
  );
}

interface CountProps {
  page: Pick<Page, 'totalCount' | 'totalCountIsEstimate'>;
  exact: number | undefined;
}

/** How many there are: about so many, until they have been counted. */
function Count({ page, exact }: CountProps) {
  const format = useFormat();
  const count = exact ?? page.totalCount;
  const number = format.count(count);
  const isEstimate = page.totalCountIsEstimate && exact === undefined;
  return (
    // Another element where "about" goes: nothing that was there moves.
    <span key={String(isEstimate)}>
      {isEstimate && <Trans>about</Trans>} <Plural value={count} one={`${number} user`} other={`${number} users`} />
    </span>
  );
}
