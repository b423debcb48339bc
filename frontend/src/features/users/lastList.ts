import { routes } from '@/lib/routes';

let search = '';
let cursors = new Map<string, string>();

/** Remembers the list as it was last looked at, so that ways back lead there. */
export function rememberList(query: string): void {
  if (query !== search) cursors = new Map();
  search = query;
}

/** The address of the list as it was last looked at. */
export const lastList = (): string => routes.users + search;

/** Remembers where users stand in that list, by their ids. */
export function rememberCursors(rows: readonly { id: string; cursor: string }[]): void {
  for (const { id, cursor } of rows) cursors.set(id, cursor);
}

/** Where a user stands in the list as it was last looked at, if they were in it. */
export const lastCursor = (id: string): string | undefined => cursors.get(id);
