import { administers, type SignedIn } from '@/lib/administers';
import { enterHub, go } from '@/lib/navigation';
import { routes, safeNext } from '@/lib/routes';

/** Where somebody goes who has just signed in: whoever looks after nobody has one page, about themselves. */
export function destination(viewer: SignedIn | null | undefined, next?: string | null): string {
  return viewer && administers(viewer) ? safeNext(next) : routes.me;
}

/** Goes there. */
export function enter(viewer: SignedIn | null | undefined, next?: string | null): void {
  const path = destination(viewer, next);
  if (path === routes.me) go(path, { replace: true });
  else enterHub(path);
}
