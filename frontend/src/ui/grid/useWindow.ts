import { type RefObject, useCallback, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { usePainted } from '../usePainted';

interface Options {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** In pixels; the same for every row, which is what makes this simple. */
  rowHeight: number;
  /** What covers the top of the scroller, in pixels. */
  headHeight: number;
  /** The id of what stands at a place, and the place of an id: with them, what is in sight stays there when rows come before it. */
  idAt: (index: number) => string | undefined;
  placeOf: (id: string) => number | undefined;
  /** Which list it is; another one begins at its top. */
  list: unknown;
  /** There is something to render. */
  hasRows: boolean;
}

/** Rows rendered beyond either edge. */
const overscan = 8;

/** Which rows of a long list are in sight: the first and the one after the last. */
export function useWindow({ scroller, count, rowHeight, headHeight, idAt, placeOf, list, hasRows }: Options) {
  const [view, setView] = useState({ top: 0, height: 800 });

  // The first rows to be seen do not wait for those that nobody sees.
  const beyond = usePainted(hasRows) ? overscan : 0;

  // Only whole rows matter: scrolling within one renders nothing.
  const read = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
    const height = element.clientHeight || 800;
    setView((was) => (was.top === top && was.height === height ? was : { top, height }));
  }, [scroller, rowHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    read();
    element.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [scroller, read]);

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

  const top = Math.min(count, Math.floor(view.top / rowHeight));
  const bottom = Math.min(count, Math.ceil((view.top + view.height) / rowHeight));

  // The first row in sight that is known, and where it was: when rows come or go before it, the scroller follows. At the
  // very top it does not, so that a new first row is seen.
  const anchor = useRef<{ list: unknown; id: string; index: number }>(undefined);
  const follow = useEffectEvent(() => {
    const was = anchor.current;
    const element = scroller.current;
    if (!was || !element) return;
    if (was.list !== list) element.scrollTop = 0;
    else if (was.index > 0) {
      const now = placeOf(was.id);
      if (now === undefined || now === was.index) return;
      element.scrollTop += (now - was.index) * rowHeight;
    }
    // At once, before the browser paints what is at the old place.
    read();
  });
  useLayoutEffect(() => follow(), [placeOf]);
  useLayoutEffect(() => {
    anchor.current = undefined;
    for (let index = top; index < bottom && !anchor.current; index++) {
      const id = idAt(index);
      if (id !== undefined) anchor.current = { list, id, index };
    }
  }, [top, bottom, idAt, list]);

  return {
    /** The rows to render. */
    first: Math.max(0, top - beyond),
    end: Math.min(count, bottom + beyond),
    /** The rows in sight. */
    top,
    bottom,
    height: count * rowHeight,
    inSight: Math.max(1, Math.floor(view.height / rowHeight) - 1),
    scrollTo,
    /** False when the scroller stands elsewhere by now; then another window follows. */
    isCurrent: () => Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight) * rowHeight === view.top,
  };
}
