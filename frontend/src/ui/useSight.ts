import { type RefObject, useEffect } from 'react';

/** Says when something comes near to sight, or leaves: within two screens or so of what is shown, and how high it is. */
export function useSight(of: RefObject<HTMLElement | null>, onSight: (isNear: boolean, height: number) => void): void {
  useEffect(() => {
    const element = of.current;
    if (!element || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last) onSight(last.isIntersecting, last.boundingClientRect.height);
      },
      // The margin counts around what scrolls, which is the page's main part and not the window.
      { root: element.closest('main'), rootMargin: '1500px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [of, onSight]);
}
