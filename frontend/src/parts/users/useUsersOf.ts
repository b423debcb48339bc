import { graphql } from '@/gen';
import type { UserFilter, UserOrderField, UsersOfQuery } from '@/gen/graphql';
import { usePages } from '@/lib/hooks';
import type { GridSort } from '@/ui';

const UsersQuery = graphql(`
  query UsersOf(
    $first: Int
    $after: Cursor
    $last: Int
    $before: Cursor
    $filter: UserFilter
    $orderBy: [UserOrder!]
    $standing: Boolean!
  ) {
    users(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      edges {
        node {
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
          account {
            email
            state
          }
          memberships @include(if: $standing) {
            role
            group {
              id
            }
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
      totalCountIsEstimate
    }
  }
`);

export type UserOf = UsersOfQuery['users']['edges'][number]['node'];

const pick = (data: UsersOfQuery) => data.users;

/** The ordering behind each heading that sorts. */
const orderings: Record<string, UserOrderField> = {
  name: 'LAST_NAME',
  email: 'EMAIL',
  status: 'STATUS',
  role: 'ROLE',
  lastSignIn: 'LAST_SIGN_IN_AT',
};

/** A sort as the address says it, `email` or `-email`; what it does not know is by name. */
export function parseSort(text: string | null): GridSort {
  const column = (text ?? '').replace(/^-/, '');
  if (!Object.hasOwn(orderings, column)) return { column: 'name', direction: 'ascending' };
  return { column, direction: text?.startsWith('-') ? 'descending' : 'ascending' };
}

/** The same for the address; nothing for the order that a list begins with. */
export function formatSort({ column, direction }: GridSort): string {
  const text = (direction === 'descending' ? '-' : '') + column;
  return text === 'name' ? '' : text;
}

interface Options {
  sort: GridSort;
  /** Their standing in groups is wanted, too. */
  hasStanding?: boolean;
}

/** The users of a thing, such as a group or a company: read page by page, and again when something touched them. */
export function useUsersOf(filter: UserFilter, { sort, hasStanding = false }: Options) {
  const direction = sort.direction === 'descending' ? ('DESC' as const) : ('ASC' as const);
  const orderBy = [{ field: orderings[sort.column] ?? ('LAST_NAME' as const), direction }];
  return usePages(UsersQuery, { filter, orderBy, standing: hasStanding }, pick);
}
