import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { LayoutGrid, Plus, SearchX } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import type { GroupsPageQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { canEverywhere, useViewer } from '@/lib/viewer';
import { useAddress } from '@/parts/search/useAddress';
import { useSearchText, useSlash } from '@/parts/search/useSearchText';
import {
  BarCount,
  BarSearch,
  Button,
  EmptyState,
  Grid,
  type GridColumn,
  Link,
  LinkButton,
  ListScreen,
  Note,
  PageHeader,
  SearchField,
  Tag,
} from '@/ui';
import { NewGroup } from './NewGroup';

const GroupsQuery = graphql(`
  query GroupsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {
    groups(first: $first, after: $after, last: $last, before: $before, search: $search) {
      edges {
        node {
          id
          name
          description
          isDefault
          memberCount
          managers {
            id
            firstName
            lastName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
        hasPreviousPage
        startCursor
      }
      totalCount
    }
  }
`);

type Row = GroupsPageQuery['groups']['edges'][number]['node'];

const pick = (data: GroupsPageQuery) => data.groups;

function useColumns(): GridColumn<Row>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        width: 'minmax(150px, 1.2fr)',
        layout: 'roomy',
        cell: (group) => (
          <>
            <Link look="plain" href={routes.group(group.id)}>
              {group.name}
            </Link>
            {group.isDefault && <Tag>{t`built in`}</Tag>}
          </>
        ),
      },
      {
        id: 'description',
        label: t`Description`,
        width: 'minmax(180px, 2fr)',
        minGridWidth: 620,
        cell: ({ description }) => description && <span title={description}>{description}</span>,
      },
      { id: 'members', label: t`Members`, width: '92px', cell: (group) => format.count(group.memberCount) },
      {
        id: 'managers',
        label: t`Managed by`,
        width: 'minmax(140px, 1.2fr)',
        minGridWidth: 760,
        cell: ({ managers }) => {
          const names = managers.map(fullName).join(', ');
          return names && <span title={names}>{names}</span>;
        },
      },
    ],
    [t, format],
  );
}

/** The groups that the viewer may see: found while typing, each with its members and who manages it. */
export default function GroupsPage() {
  const { t } = useLingui();
  const { count } = useFormat();
  const navigate = useNavigate();
  const viewer = useViewer();
  const mayWrite = canEverywhere(viewer, 'GROUPS_WRITE');
  const { params, q, change } = useAddress();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(
    q,
    useCallback((q: string) => change({ q }, { replace: true }), [change]),
  );
  useSlash(search);
  const groups = usePages(GroupsQuery, { search: q || null }, pick);
  const columns = useColumns();
  const number = count(groups.totalCount);
  const isFirstRun = !q && !groups.isStale && groups.totalCount === 1 && !!groups.rows[0]?.isDefault;
  const newGroup = mayWrite && (
    <LinkButton variant="primary" icon={Plus} href={routes.newGroup}>
      {t`New Group`}
    </LinkButton>
  );
  return (
    <ListScreen
      head={<PageHeader title={t`Groups`} actions={newGroup} />}
      bar={
        <>
          <BarSearch>
            <SearchField
              ref={search}
              label={t`Search groups`}
              placeholder={t`Name`}
              shortcut="/"
              value={text}
              onChange={setText}
            />
          </BarSearch>
          <BarCount>
            {groups.first && <Plural value={groups.totalCount} one={`${number} group`} other={`${number} groups`} />}
          </BarCount>
        </>
      }
      note={
        groups.failure && (
          <Note
            tone="bad"
            role="alert"
            title={groups.failure.message}
            actions={<Button onPress={groups.refetch}>{t`Retry`}</Button>}
          />
        )
      }
      foot={
        viewer.reach !== 'EVERYTHING' ? (
          <Trans>You see the groups that you manage or are in, and the Default group.</Trans>
        ) : (
          isFirstRun && (
            <EmptyState icon={LayoutGrid} title={t`No groups of your own yet.`}>
              {mayWrite && <Trans>Make one, or type a new name where you put a user into groups.</Trans>}
            </EmptyState>
          )
        )
      }
    >
      {(groups.rows.length > 0 || !groups.failure) && (
        <Grid
          label={t`Groups`}
          columns={columns}
          {...groups.grid}
          rowCount={groups.totalCount}
          rowName={(group) => group.name}
          onEnd={groups.onEnd}
          onOpen={(group) => void navigate(routes.group(group.id))}
          empty={
            <EmptyState
              icon={SearchX}
              title={t`No group matches.`}
              actions={<Button onPress={() => setText('')}>{t`Clear the search`}</Button>}
            >
              <Trans>Look for a part of the name.</Trans>
            </EmptyState>
          }
        />
      )}
      {mayWrite && params.has('new') && <NewGroup onClose={() => change({ new: '' }, { replace: true })} />}
    </ListScreen>
  );
}
