import type { FactorProvider, SignInStep } from '@/gen/graphql';
import { administers, type SignedIn } from '@/lib/administers';
import { enterHub, go } from '@/lib/navigation';
import { backTo, safeNext } from '@/lib/protected';
import { routes } from '@/lib/routes';
import { replaceTemporary } from './temporary';

/**
 * Where somebody goes who has just signed in: back to the protected page that they came from; otherwise whoever looks after
 * nobody has one page, about themselves.
 */
export function destination(viewer: SignedIn | null | undefined, next?: string | null): string {
  const back = backTo(next);
  if (back) return back;
  return viewer && administers(viewer) ? safeNext(next) : routes.me;
}

/** How far a sign-in has come. */
interface Progress {
  viewer?: SignedIn | null;
  nextStep?: SignInStep | null;
  factorProvider?: FactorProvider | null;
}

/** What the pages of a second factor are told of it. */
const ways: Record<FactorProvider, string> = { NONE: 'app', TOTP: 'app', EMAIL: 'email', PASSKEY: 'passkey' };

/** To the page of what is left to do; then in. `temporary` is a password that may have to be replaced. */
export function goOn({ viewer, nextStep, factorProvider }: Progress, next?: string | null, temporary?: string): void {
  const query = new URLSearchParams();
  if (next) query.set('next', next);
  if (nextStep === 'VERIFY_FACTOR') {
    query.set('by', ways[factorProvider ?? 'NONE']);
    go(`${routes.factor}?${query}`, { replace: true });
  } else if (nextStep === 'ENROL_FACTOR') {
    query.set('by', ways[factorProvider ?? 'NONE']);
    go(`${routes.enrol}?${query}`, { replace: true });
  } else if (nextStep === 'CHANGE_PASSWORD') replaceTemporary(temporary, next);
  else enter(viewer, next);
}

/** Goes there. */
export function enter(viewer: SignedIn | null | undefined, next?: string | null): void {
  const path = destination(viewer, next);
  if (path === routes.me) go(path, { replace: true });
  else enterHub(path);
}
