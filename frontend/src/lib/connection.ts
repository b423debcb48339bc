import { useSyncExternalStore } from 'react';
import { answerAhead } from './ahead';

/** How far the server's clock is ahead of this device's, in milliseconds, as its last answer said. */
let ahead = 0;
/** The Date header counts whole seconds: less than that is no difference. */
const grain = 2000;

let isAnswered = true;
const listeners = new Set<() => void>();

function setAnswered(next: boolean) {
  if (next === isAnswered) return;
  isAnswered = next;
  listeners.forEach((listener) => listener());
}

/** Fetches, and learns from the answer, or from its absence, how the server can be reached and what time it is there. */
export async function watchedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    const response = await (answerAhead(init?.body) ?? fetch(input, init));
    const date = Date.parse(response.headers.get('Date') ?? '');
    const difference = date - Date.now();
    if (!Number.isNaN(difference)) ahead = Math.abs(difference) < grain ? 0 : difference;
    setAnswered(true);
    return response;
  } catch (thrown) {
    if (!init?.signal?.aborted) setAnswered(false);
    throw thrown;
  }
}

/** A time of the server, in milliseconds of this device's clock. */
export const localTime = (iso: string): number => Date.parse(iso) - ahead;

const isOffline = () => !navigator.onLine || !isAnswered;

function subscribe(listener: () => void) {
  listeners.add(listener);
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Whether the device is offline, or the last request got no answer. */
export const useOffline = (): boolean => useSyncExternalStore(subscribe, isOffline);
