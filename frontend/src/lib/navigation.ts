import { useEffect, useSyncExternalStore } from 'react';
import { isPublic } from './routes';

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
  if (url.origin !== location.origin || !isPublic(url.pathname)) return location.assign(url);
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
    // The old page may stay until the new one has loaded, which then may replace its heading once more: whenever the
    // focus falls to the body with what went away, it goes to the heading again, until somebody takes it elsewhere. A
    // window that led here keeps the page inert until it has closed.
    const isCovered = () => !!document.querySelector('[inert] main, [aria-hidden="true"] main, main[inert]');
    let focused: HTMLElement | undefined;
    const focus = () => {
      if (isCovered() || (focused && document.activeElement !== document.body)) return;
      focused = document.querySelector<HTMLElement>('main h1') ?? undefined;
      focused?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(focus);
    const stop = () => {
      observer.disconnect();
      clearTimeout(timer);
      removeEventListener('focusin', onFocus);
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (focused && target !== focused) stop();
    };
    const timer = setTimeout(stop, 5000);
    scrollTo(0, 0);
    focus();
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['inert', 'aria-hidden'] });
    addEventListener('focusin', onFocus);
    return stop;
  }, [key, isFirst]);
}
