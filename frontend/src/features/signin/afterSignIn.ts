import { enterHub, go } from '@/lib/navigation';
import { routes, safeNext } from '@/lib/routes';

/** What a sign-in answers of the person who is now signed in. */
interface SignedIn {
  permissions: readonly string[];
}

/** Where somebody goes who has just signed in: whoever administers nothing has one page, about themselves. */
export function destination(viewer: SignedIn | null | undefined, next?: string | null): string {
  return viewer && viewer.permissions.length > 0 ? safeNext(next) : routes.me;
}

/** Goes there. */
export function enter(viewer: SignedIn | null | undefined, next?: string | null): void {
  const path = destination(viewer, next);
  if (path === routes.me) go(path, { replace: true });
  else enterHub(path);
}
