import { routes } from '@/lib/routes';

let search = '';

/** Remembers the list as it was last looked at, so that ways back lead there. */
export function rememberList(query: string): void {
  search = query;
}

/** The address of the list as it was last looked at. */
export const lastList = (): string => routes.users + search;
