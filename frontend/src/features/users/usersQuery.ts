import { graphql } from '@/gen';
import { usualPageSize } from '@/lib/pageSize';
import { routes } from '@/lib/routes';
import { readLook, shownColumns } from './list/look';
import { isOnlyNamed, listVariables, parseList } from './listState';

export const UsersQuery = graphql(`
  query UsersPage(
    $first: Int
    $after: Cursor
    $last: Int
    $before: Cursor
    $filter: UserFilter
    $orderBy: [UserOrder!]
    $title: Boolean!
    $cellPhone: Boolean!
    $officePhone: Boolean!
    $extension: Boolean!
    $company: Boolean!
    $loginName: Boolean!
    $groups: Boolean!
    $lastSignIn: Boolean!
    $created: Boolean!
    $consent: Boolean!
  ) {
    users(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      edges {
        cursor
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
            loginName @include(if: $loginName)
          }
          memberships @include(if: $groups) {
            group {
              id
              name
            }
          }
          hiddenGroupCount @include(if: $groups)
          lastSignInAt @include(if: $lastSignIn)
          title @include(if: $title)
          cellPhone @include(if: $cellPhone)
          officePhone @include(if: $officePhone)
          extension @include(if: $extension)
          company @include(if: $company) {
            id
            name
          }
          createdAt @include(if: $created)
          emailSubscribed @include(if: $consent)
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

/** What to ask for the first page of the list, where the address leads to it. */
export function firstUsers() {
  const { pathname, search } = location;
  if ((pathname !== routes.users && pathname !== routes.home) || isOnlyNamed(search)) return undefined;
  const state = parseList(new URLSearchParams(pathname === routes.users ? search : ''));
  return { ...listVariables(state), ...shownColumns(readLook().columns), first: usualPageSize, after: null };
}
