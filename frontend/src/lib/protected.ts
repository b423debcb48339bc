import { isPublic, routes } from './routes';

/** The first parts of the paths that Portico answers itself; all others may belong to a site behind the same proxy. */
export const ownPaths = [
  ...['login', 'forgot', 'set-password', 'link-expired', 'change-password', 'enrol', 'me', 'setup', 'confirm'],
  ...['unsubscribe', 'forms', 'users', 'roles', 'groups', 'customers', 'reminders', 'jobs', 'imports', 'exports'],
  ...['email', 'changes', 'developers', 'settings', 'assets', 'auth', 'oauth', 'scim', 'webhooks', 'graphql'],
  ...['schema.graphql', 'reminders.ics', 'changes.csv', '.well-known', 'healthz', 'readyz', 'metrics', 'test'],
];

/** Whether Portico answers a path itself. */
export const isOwn = (path: string) => path === '/' || ownPaths.includes(path.split('/')[1]?.toLowerCase() ?? '');

/** The path asked for after signing in, if it is one of ours; else the start page. Nothing leads off the origin. */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith('/')) return routes.home;
  const url = new URL(next, location.origin);
  // Dots that are resolved may leave two slashes at the beginning, behind which a browser reads a host.
  const isOurs = url.origin === location.origin && !isPublic(url.pathname) && !url.pathname.startsWith('//');
  return isOurs ? url.pathname + url.search + url.hash : routes.home;
}

/**
 * Where somebody goes back to who signed in to see a protected page: a path beside ours, or, on another site, our server,
 * which leads to listed ones alone. Nothing for whoever came from nowhere, or from a page of ours.
 */
export function backTo(next: string | null | undefined): string | undefined {
  if (next && /^https?:\/\//i.test(next)) return `/auth/return?to=${encodeURIComponent(next)}`;
  const path = safeNext(next);
  if (path === routes.home && next !== routes.home) return undefined;
  const { pathname } = new URL(path, location.origin);
  // Ours never asks for the start page by name: whoever does came from a site's.
  return pathname !== routes.home && isOwn(pathname) ? undefined : path;
}
