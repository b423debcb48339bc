import type { UserOrderField, UserStatus } from '@/gen/graphql';
import type { GridSort } from '@/ui';

/** What the list shows. Its whole state is in the address, as `?q&status&sort`. */
export interface ListState {
  q: string;
  status: 'all' | 'active' | 'inactive';
  sort: GridSort;
}

/** The ordering behind each heading that sorts. */
const orderings: Record<string, UserOrderField> = {
  name: 'LAST_NAME',
  email: 'EMAIL',
  status: 'STATUS',
  lastSignIn: 'LAST_SIGN_IN_AT',
};

const longestSearch = 200;
const defaultSort: GridSort = { column: 'name', direction: 'ascending' };

/** Reads an address; what it does not know is as if it were not there. */
export function parseList(params: URLSearchParams): ListState {
  const status = params.get('status');
  const sort = params.get('sort') ?? '';
  const column = sort.replace(/^-/, '');
  return {
    q: (params.get('q') ?? '').slice(0, longestSearch),
    status: status === 'active' || status === 'inactive' ? status : 'all',
    sort: Object.hasOwn(orderings, column)
      ? { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' }
      : defaultSort,
  };
}

/** The query of the address, with its question mark; empty for the list as it first opens. */
export function formatList({ q, status, sort }: ListState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (status !== 'all') params.set('status', status);
  if (sort.column !== defaultSort.column || sort.direction !== defaultSort.direction) {
    params.set('sort', (sort.direction === 'descending' ? '-' : '') + sort.column);
  }
  const query = params.toString();
  return query && `?${query}`;
}

/** What is asked for it. */
export function listVariables({ q, status, sort }: ListState) {
  const statuses: UserStatus[] | undefined =
    status === 'all' ? undefined : [status === 'active' ? 'ACTIVE' : 'INACTIVE'];
  return {
    filter: { search: q || undefined, status: statuses },
    orderBy: [
      {
        field: orderings[sort.column] ?? ('LAST_NAME' as const),
        direction: sort.direction === 'descending' ? ('DESC' as const) : ('ASC' as const),
      },
    ],
  };
}

/** Says whether the list leaves anything out. */
export const isFiltered = ({ q, status }: ListState) => q !== '' || status !== 'all';
