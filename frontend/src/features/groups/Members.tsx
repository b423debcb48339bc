import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { SearchX, UserPlus, UsersRound } from 'lucide-react';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { GroupScreenFragment as Group } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { useAddress } from '@/parts/search/useAddress';
import { useSearchText, useSlash } from '@/parts/search/useSearchText';
import { formatSort, parseSort, type UserOf, useUsersOf } from '@/parts/users/useUsersOf';
import {
  BarCount,
  BarSearch,
  Button,
  EmptyState,
  Grid,
  GridEnds,
  type GridHandle,
  ListScreen,
  MenuAt,
  Note,
  returnFocus,
  SearchField,
} from '@/ui';
import { rightsTo } from './rights';
import { Selection } from './Selection';
import { useMemberColumns } from './useMemberColumns';
import { useMemberEntries } from './useMemberEntries';
import { useMembers } from './useMembers';

interface Props {
  group: Group;
  /** What stands over the members. */
  head: ReactNode;
  onAdd: () => void;
}

const nobody: ReadonlySet<string> = new Set();

/** Who is in a group: found while typing, sorted over all pages, added, removed, made its manager. */
export function Members({ group, head, onAdd }: Props) {
  const { t } = useLingui();
  const { count } = useFormat();
  const navigate = useNavigate();
  const viewer = useViewer();
  const { mayChangeMembers } = rightsTo(viewer, group);
  const { params, q, change } = useAddress();
  const sort = parseSort(params.get('sort'));
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(
    q,
    useCallback((q: string) => change({ q }, { replace: true }), [change]),
  );
  useSlash(search);
  const filter = { groupIds: [group.id], search: q || undefined };
  const members = useUsersOf(filter, { sort, hasStanding: true });
  const grid = useRef<GridHandle>(null);
  const [selected, setSelected] = useState(nobody);
  const chosen = members.rows.filter(({ id }) => selected.has(id));
  const { remove, setManager } = useMembers(group);
  const entriesOf = useMemberEntries(group, { onRemove: (user) => void remove([user]), onManager: setManager });
  const [menu, setMenu] = useState<{ user: UserOf; at: HTMLElement }>();
  const columns = useMemberColumns(group, {
    open: menu?.user.id,
    onMenu: mayChangeMembers ? (user, at) => setMenu({ user, at }) : undefined,
  });
  const number = count(members.totalCount);
  return (
    <ListScreen
      head={head}
      bar={
        <>
          <BarSearch>
            <SearchField
              ref={search}
              label={t`Search members`}
              placeholder={t`Name, email, login, company, phone`}
              shortcut="/"
              value={text}
              onChange={setText}
            />
          </BarSearch>
          <BarCount>
            {members.first && (
              <>
                {members.first.totalCountIsEstimate && <Trans>about</Trans>}{' '}
                <Plural value={members.totalCount} one={`${number} user`} other={`${number} users`} />
              </>
            )}
          </BarCount>
          <GridEnds grid={grid} firstLabel={t`Back to the first`} lastLabel={t`Go to the last user`} />
        </>
      }
      note={
        members.failure && (
          <Note
            tone="bad"
            role="alert"
            title={members.failure.message}
            actions={<Button onPress={members.refetch}>{t`Retry`}</Button>}
          />
        )
      }
      actions={mayChangeMembers && <Selection group={group} chosen={chosen} onClear={() => setSelected(nobody)} />}
      foot={viewer.reach !== 'EVERYTHING' && <Trans>You see those members whom you may see elsewhere, too.</Trans>}
    >
      {(members.rows.length > 0 || !members.failure) && (
        <Grid
          label={t`Members`}
          ref={grid}
          columns={columns}
          {...members.grid}
          rowCount={members.totalCount}
          rowName={fullName}
          sort={sort}
          onSort={(next) => change({ sort: formatSort(next) })}
          onEnd={members.onEnd}
          selected={selected}
          onSelect={mayChangeMembers ? setSelected : undefined}
          onMenu={mayChangeMembers ? (user, at) => setMenu({ user, at }) : undefined}
          onOpen={(user) => void navigate(routes.user(user.id))}
          empty={<Nobody isFound={!q} onClear={() => setText('')} onAdd={mayChangeMembers ? onAdd : undefined} />}
        />
      )}
      {menu && (
        <MenuAt
          at={menu.at}
          label={t`Actions for ${fullName(menu.user)}`}
          items={entriesOf(menu.user)}
          onClose={() => {
            setMenu(undefined);
            returnFocus(menu.at);
          }}
        />
      )}
    </ListScreen>
  );
}

interface NobodyProps {
  /** Nobody was looked for: there is nobody. */
  isFound: boolean;
  onClear: () => void;
  onAdd?: () => void;
}

function Nobody({ isFound, onClear, onAdd }: NobodyProps) {
  const { t } = useLingui();
  return isFound ? (
    <EmptyState
      icon={UsersRound}
      title={t`Nobody is in this group.`}
      actions={onAdd && <Button icon={UserPlus} onPress={onAdd}>{t`Add members`}</Button>}
    />
  ) : (
    <EmptyState
      icon={SearchX}
      title={t`No member matches.`}
      actions={<Button onPress={onClear}>{t`Clear the search`}</Button>}
    >
      <Trans>Look for a part of the name, the email, the login name, the company or a phone number.</Trans>
    </EmptyState>
  );
}
