import { useEffect, useSyncExternalStore } from 'react';
import { publicPaths } from './routes';

/** From the pages for everyone into the hub: a full load, since each is a bundle of its own. */
export function enterHub(path: string): void {
  location.assign(path);
}

/** From the hub to a page for everyone, for instance to sign in again. */
export function leaveHub(path: string): void {
  location.assign(path);
}

const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Among the pages for everyone: changes the address and the page with it. Anything else is loaded in full. */
export function go(path: string, options: { replace?: boolean } = {}): void {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin || !publicPaths.includes(url.pathname)) return location.assign(url);
  if (options.replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  tell();
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) addEventListener('popstate', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', tell);
  };
}

/** The path of the present page among those for everyone. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/**
 * Moves the focus to the page's heading whenever `key` changes, so that screen readers say where we are now. The first
 * page keeps the browser's own focus. A page that is still loading gets five seconds.
 */
export function useFocusHeading(key: string, isFirst: { current: boolean }): void {
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const focus = () => {
      const heading = document.querySelector<HTMLElement>('main h1');
      heading?.focus({ preventScroll: true });
      return !!heading;
    };
    scrollTo(0, 0);
    // The old page may still be there until the new one has loaded: look again when the page changes.
    const observer = new MutationObserver(() => focus() && observer.disconnect());
    const timer = setTimeout(() => observer.disconnect(), 5000);
    if (!focus()) observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [key, isFirst]);
}
