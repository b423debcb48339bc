import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

interface Options {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** In pixels; the same for every row, which is what makes this simple. */
  rowHeight: number;
  /** What covers the top of the scroller, in pixels. */
  headHeight: number;
  /** Rows rendered beyond either edge. */
  overscan?: number;
}

/** Which rows of a long list are in sight: the first and the one after the last. */
export function useWindow({ scroller, count, rowHeight, headHeight, overscan = 8 }: Options) {
  const [view, setView] = useState({ top: 0, height: 800 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // Only whole rows matter: scrolling within one renders nothing.
    const read = () => {
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
      const height = element.clientHeight || 800;
      setView((was) => (was.top === top && was.height === height ? was : { top, height }));
    };
    read();
    element.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [scroller, rowHeight]);

  /** Brings a row into sight by the shortest way. */
  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * rowHeight;
      const room = element.clientHeight - headHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
    },
    [scroller, rowHeight, headHeight],
  );

  const first = Math.max(0, Math.min(count, Math.floor(view.top / rowHeight)) - overscan);
  const end = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + overscan);
  return {
    first,
    end,
    height: count * rowHeight,
    inSight: Math.max(1, Math.floor(view.height / rowHeight) - 1),
    scrollTo,
  };
}
