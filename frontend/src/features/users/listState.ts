import type { AccountState, UserFilter, UserOrderField } from '@/gen/graphql';
import type { GridSort } from '@/ui';

/**
 * What the list shows. Its whole state is in the address, as
 * `?q&status&state&group&role&company&consent&signedIn&created&sort&view&peek`.
 */
export interface ListState {
  q: string;
  status: 'all' | 'active' | 'inactive';
  /** States of accounts, any of them; none means all. The lists of ids are meant likewise. */
  state: AccountState[];
  role: string[];
  group: string[];
  company: string[];
  consent: '' | 'yes' | 'no';
  /** `never`, `30d` for the last 30 days, `over90d` for longer ago, or days from and until: `2026-01-01..2026-01-31`. */
  signedIn: string;
  /** Like `signedIn`, but for `never`. */
  created: string;
  sort: GridSort;
  /** The saved view that it began with. */
  view: string;
  /** Whose panel is open. */
  peek: string;
}

/** The ordering behind each heading that sorts. */
const orderings: Record<string, UserOrderField> = {
  name: 'LAST_NAME',
  email: 'EMAIL',
  status: 'STATUS',
  role: 'ROLE',
  groups: 'GROUP',
  lastSignIn: 'LAST_SIGN_IN_AT',
  title: 'TITLE',
  cellPhone: 'CELL_PHONE',
  officePhone: 'OFFICE_PHONE',
  extension: 'EXTENSION',
  company: 'COMPANY',
  loginName: 'LOGIN_NAME',
  created: 'CREATED_AT',
  consent: 'EMAIL_SUBSCRIBED',
};

const states = /^(NONE|INVITED|INVITATION_EXPIRED|ACTIVE|TEMPORARY_PASSWORD|LOCKED|CLOSED)$/;
const times = /^(never|(over)?[1-9]\d{0,3}d|(?=..[\d-])(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?)$/;
const longestSearch = 200;
/** As many ids as a filter takes; the names of all can then be asked for at once. */
const mostIds = 30;
const defaultSort: GridSort = { column: 'name', direction: 'ascending' };

/** Says whether a text is the global id of such a thing, which is base64url of `Role:7`. */
function isId(type: string, id: string): boolean {
  try {
    return new RegExp(`^${type}:\\d+$`).test(atob(id.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return false;
  }
}

/** Reads an address; what it does not know is as if it were not there. */
export function parseList(params: URLSearchParams): ListState {
  const one = (name: string, known: RegExp) => known.exec(params.get(name) ?? '')?.[0] ?? '';
  const id = (name: string, type: string) => [params.get(name) ?? ''].find((each) => isId(type, each)) ?? '';
  const many = (name: string, isKnown: (value: string) => boolean) => [
    ...new Set((params.get(name) ?? '').split(',').filter(isKnown).slice(0, mostIds)),
  ];
  const ids = (name: string, type: string) => many(name, (each) => isId(type, each));
  const sort = params.get('sort') ?? '';
  const column = sort.replace(/^-/, '');
  return {
    q: (params.get('q') ?? '').slice(0, longestSearch),
    status: (one('status', /^(in)?active$/) || 'all') as ListState['status'],
    state: many('state', (each) => states.test(each.toUpperCase())).map((each) => each.toUpperCase() as AccountState),
    role: ids('role', 'Role'),
    group: ids('group', 'Group'),
    company: ids('company', 'Company'),
    consent: one('consent', /^(yes|no)$/) as ListState['consent'],
    signedIn: one('signedIn', times),
    created: one('created', times).replace('never', ''),
    sort: Object.hasOwn(orderings, column)
      ? { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' }
      : defaultSort,
    view: id('view', 'SavedView'),
    peek: id('peek', 'User'),
  };
}

/** The query of the address, with its question mark; empty for the list as it first opens. */
export function formatList({ status, state, sort, view, peek, ...rest }: ListState): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string) => value && params.set(name, value);
  const { q, ...filters } = rest;
  set('q', q);
  if (status !== 'all') set('status', status);
  set('state', state.join().toLowerCase());
  for (const [name, value] of Object.entries(filters)) set(name, value.toString());
  if (sort.column !== defaultSort.column || sort.direction !== defaultSort.direction) {
    set('sort', (sort.direction === 'descending' ? '-' : '') + sort.column);
  }
  // A view with nothing beside it would mean what was saved under its name.
  if (view && !params.size) set('status', 'all');
  set('view', view);
  set('peek', peek);
  const query = params.toString().replaceAll('%2C', ',');
  return query && `?${query}`;
}

/** The beginning of a day in the viewer's zone. */
const midnight = (year: number, month: number, day: number) => new Date(year, month, day).toISOString();

/** The same of `2026-01-31`, or as many days later. */
function midnightOf(date: string, later: number): string | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return date ? midnight(year, month - 1, day + later) : undefined;
}

/** The range of time behind a word of the address. Days begin at midnight here, and the last one counts. */
function timeRange(word: string, now: Date): { from?: string; to?: string } | undefined {
  const past = /^(over)?(\d+)d$/.exec(word);
  if (past) {
    const at = midnight(now.getFullYear(), now.getMonth(), now.getDate() - Number(past[2]));
    return past[1] ? { to: at } : { from: at };
  }
  const [from = '', to] = word.split('..');
  return to === undefined ? undefined : { from: midnightOf(from, 0), to: midnightOf(to, 1) };
}

/** What is asked for it. */
export function listVariables(state: ListState, now = new Date()) {
  const { status, consent, signedIn, sort } = state;
  const some = <Value>(values: Value[]) => (values.length ? values : undefined);
  const filter: UserFilter = {
    search: state.q || undefined,
    status: status === 'all' ? undefined : [status === 'active' ? 'ACTIVE' : 'INACTIVE'],
    accountState: some(state.state),
    roleIds: some(state.role),
    groupIds: some(state.group),
    companyIds: some(state.company),
    emailSubscribed: consent ? consent === 'yes' : undefined,
    neverSignedIn: signedIn === 'never' || undefined,
    lastSignInAt: timeRange(signedIn, now),
    createdAt: timeRange(state.created, now),
  };
  return {
    filter,
    orderBy: [
      {
        field: orderings[sort.column] ?? ('LAST_NAME' as const),
        direction: sort.direction === 'descending' ? ('DESC' as const) : ('ASC' as const),
      },
    ],
  };
}

/** The list with nothing left out, in the order that it has. */
export const unfiltered = ({ sort }: ListState): ListState => ({ ...parseList(new URLSearchParams()), sort });

/** Says whether the list leaves anything out. */
export const isFiltered = (state: ListState) =>
  formatList({ ...state, view: '', peek: '' }) !== formatList(unfiltered(state));

/** Says whether the query of an address names a view and nothing else, as nobody's but a typed one does. */
export const isOnlyNamed = (search: string): boolean => /^\?view=[\w=-]+$/.test(search);
