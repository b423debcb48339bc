import { useSyncExternalStore } from 'react';

/** The token of an emailed link, from `#token=…`: a fragment reaches no log and no referrer. Empty without one. */
export function tokenIn(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token')?.trim() ?? '';
}

function subscribe(listener: () => void) {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** The token in the address; follows it when another link is pasted into the same page. */
export function useLinkToken(): string {
  return useSyncExternalStore(subscribe, () => tokenIn(location.hash));
}

/** The token of the set-up link, which the server prints as `?token=…`; a fragment serves as well. */
export function setUpToken(): string {
  return new URLSearchParams(location.search).get('token')?.trim() || tokenIn(location.hash);
}
