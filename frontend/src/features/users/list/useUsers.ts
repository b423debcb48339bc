import { useEffect } from 'react';
import { graphql } from '@/gen';
import type { UsersCountQuery, UsersPageQuery } from '@/gen/graphql';
import { useExactCount, usePages } from '@/lib/hooks';
import { rememberCursors } from '../lastList';
import { type ListState, listVariables } from '../listState';
import { UsersQuery } from '../usersQuery';
import { type ColumnId, shownColumns } from './look';

const CountQuery = graphql(`
  query UsersCount($filter: UserFilter) {
    users(first: 1, filter: $filter) {
      totalCount(exact: true)
    }
  }
`);

const pickCount = ({ users }: UsersCountQuery) => users.totalCount;

/** A user as the list shows them, and where they stand in it. */
export type UserRow = UsersPageQuery['users']['edges'][number]['node'] & { cursor: string };

const pick = ({ users }: UsersPageQuery) => ({
  ...users,
  edges: users.edges.map(({ node, cursor }) => ({ node: { ...node, cursor } })),
});

export type FoundUsers = ReturnType<typeof useUsers>;

/** Whom the list finds, with what its columns show of them, and how many they are. */
export function useUsers(state: ListState, columns: readonly ColumnId[]) {
  const variables = listVariables(state);
  const users = usePages(UsersQuery, { ...variables, ...shownColumns(columns) }, pick);
  const { filter } = variables;
  const isEstimate = !!users.first?.totalCountIsEstimate;
  const exact = useExactCount(CountQuery, { filter }, pickCount, isEstimate);
  const { rows, isStale } = users;
  useEffect(() => {
    if (!isStale) rememberCursors(rows);
  }, [rows, isStale]);
  return {
    ...users,
    filter,
    count: exact ?? users.totalCount,
    /** They have not been counted yet: `count` is about right. */
    isAbout: isEstimate && exact === undefined,
  };
}
