import { useSyncExternalStore } from 'react';
import type { Doing } from './useBulkWords';

/** A run that goes on, and what it does. */
export interface Followed {
  id: string;
  doing: Doing;
}

const key = 'portico.run';
const listeners = new Set<() => void>();

function read(): Followed | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Followed | null) ?? undefined;
  } catch {
    return undefined;
  }
}

let followed = read();

/** Follows a run from now on, also after the page was loaded anew; or none any more. */
export function follow(next: Followed | undefined): void {
  followed = next;
  if (next) sessionStorage.setItem(key, JSON.stringify(next));
  else sessionStorage.removeItem(key);
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The run that is followed. */
export const useFollowed = (): Followed | undefined => useSyncExternalStore(subscribe, () => followed);
