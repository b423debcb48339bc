import { go } from '@/lib/navigation';
import { routes } from '@/lib/routes';

let kept: string | undefined;

/** To the page where somebody replaces the temporary password that they have just signed in with. It never leaves this page's memory. */
export function replaceTemporary(password: string | undefined, next: string | null | undefined): void {
  kept = password;
  go(routes.changePassword + (next ? `?next=${encodeURIComponent(next)}` : ''), { replace: true });
}

/** The temporary password, unless the page was loaded anew since. */
export const temporaryPassword = (): string | undefined => kept;

/** After it was replaced. */
export function forgetTemporary(): void {
  kept = undefined;
}
