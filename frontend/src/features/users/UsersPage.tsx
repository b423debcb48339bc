import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useCallback, useDeferredValue, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { fullName } from '@/lib/format';
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
  ListScreen,
  Note,
  SearchField,
  usePainted,
} from '@/ui';
import { ColumnsButton } from './list/ColumnsButton';
import { chipsOf } from './list/filters';
import { Count } from './list/Count';
import { ListHead } from './list/ListHead';
import { keepLook, type ListLook, readLook } from './list/look';
import { useSelected } from '@/lib/useSelected';
import { useUsers } from './list/useUsers';
import { isFiltered, isOnlyNamed, unfiltered } from './listState';
import { useCare } from './useCare';
import { useListState } from './useListState';
import { useUserColumns } from './useUserColumns';

const tools = () => import('@/locales/en/users-tools.po');
const Nobody = lazy(() => import('./Nobody'));
const Filters = lazy(() => withWords(import('./list/Filters'), tools()));
const Reach = lazy(() => withWords(import('./list/Reach'), tools()));
const Selecting = lazy(() => withWords(import('./list/bulk/Selecting'), tools()));
const Peek = lazy(() => withWords(import('./list/Peek'), import('@/locales/en/users.po')));

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
  const users = useUsers(state, shown.columns);
  const grid = useRef<GridHandle>(null);
  const { rows, isStale, filter } = users;
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
  const isReady = usePainted(!!(users.first || users.failure));
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
      head={<ListHead state={state} isReady={isReady} />}
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
          <BarCount>{isReady && users.first && <Count {...users} />}</BarCount>
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
            <Selecting selected={selected} filter={filter} count={users.count} isAbout={users.isAbout} />
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
          rowCount={users.count}
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
