import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

interface Options {
  scroller: RefObject<HTMLElement | null>;
  rowCount: number;
  /** Rows that Page Up and Page Down jump over. */
  pageSize: number;
  scrollTo: (index: number) => void;
  /** Changes whenever other rows are rendered. */
  rendered: unknown;
  onEnter: (index: number) => void;
  onSpace?: (index: number) => void;
  onMenu?: (index: number, at: HTMLElement) => void;
  onX?: (index: number) => void;
}

interface Place {
  row: number;
  /** Which stop of the row, counted from its start. */
  stop: number;
}

const focusable = 'a[href], button, input, [role="button"]';

/** Where the arrow keys stop in a row: each control, and each cell without one. */
function stopsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-cell]')].flatMap((cell) => {
    const controls = [...cell.querySelectorAll<HTMLElement>(focusable)];
    return controls.length > 0 ? controls : [cell];
  });
}

const isTyping = (target: EventTarget) => target instanceof HTMLInputElement && target.type !== 'checkbox';

/**
 * One tab stop for a whole grid: the arrow keys move among the cells and the controls in them, and only the place where
 * the focus is, or was last, can be reached with Tab. Works on what is rendered, so that cells need not know of it.
 */
export function useRovingFocus(options: Options) {
  const { scroller, rowCount, rendered } = options;
  const [place, setPlace] = useState<Place>({ row: 0, stop: 0 });
  const wanted = useRef<Place | null>(null);
  const row = Math.min(place.row, Math.max(0, rowCount - 1));

  useLayoutEffect(() => {
    for (const element of scroller.current?.querySelectorAll('[role="row"][data-index]') ?? []) {
      const isHere = Number(element.getAttribute('data-index')) === row;
      stopsOf(element).forEach((stop, index) => {
        stop.tabIndex = isHere && index === place.stop ? 0 : -1;
      });
    }
  });

  useEffect(() => {
    if (!wanted.current) return;
    const element = scroller.current?.querySelector(`[role="row"][data-index="${wanted.current.row}"]`);
    if (!element) return;
    const stops = stopsOf(element);
    stops[Math.min(wanted.current.stop, stops.length - 1)]?.focus({ preventScroll: true });
    wanted.current = null;
  }, [rendered, place, scroller]);

  function go(next: Place) {
    const to = { row: Math.max(0, Math.min(rowCount - 1, next.row)), stop: Math.max(0, next.stop) };
    wanted.current = to;
    options.scrollTo(to.row);
    setPlace(to);
  }

  function onKeyDown(event: KeyboardEvent) {
    const element = (event.target as Element).closest('[role="row"][data-index]');
    if (!element || isTyping(event.target) || event.altKey || event.metaKey) return;
    const at = Number(element.getAttribute('data-index'));
    const stops = stopsOf(element);
    const stop = Math.max(
      0,
      stops.findIndex((each) => each.contains(event.target as Node)),
    );
    const isControl = event.target !== stops[stop] || (event.target as Element).matches(focusable);
    const isLeftToRight = getComputedStyle(element).direction !== 'rtl';

    const moves: Record<string, () => void> = {
      ArrowDown: () => go({ row: at + 1, stop }),
      ArrowUp: () => go({ row: at - 1, stop }),
      ArrowRight: () => go({ row: at, stop: Math.min(stops.length - 1, stop + (isLeftToRight ? 1 : -1)) }),
      ArrowLeft: () => go({ row: at, stop: Math.min(stops.length - 1, stop + (isLeftToRight ? -1 : 1)) }),
      PageDown: () => go({ row: at + options.pageSize, stop }),
      PageUp: () => go({ row: at - options.pageSize, stop }),
      Home: () => go({ row: event.ctrlKey ? 0 : at, stop: 0 }),
      End: () => go({ row: event.ctrlKey ? rowCount - 1 : at, stop: event.ctrlKey ? stop : stops.length - 1 }),
      j: () => go({ row: at + 1, stop }),
      k: () => go({ row: at - 1, stop }),
    };
    if (options.onMenu) {
      const openMenu = () => options.onMenu!(at, event.target as HTMLElement);
      moves.ContextMenu = openMenu;
      if (event.shiftKey) moves.F10 = openMenu;
    }
    if (options.onX) moves.x = () => options.onX!(at);
    // Enter and Space belong to the control that has the focus; on a plain cell, and Space on a link, they are the row's.
    if (!isControl) moves.Enter = () => options.onEnter(at);
    if (options.onSpace && (!isControl || (event.target as Element).matches('a')))
      moves[' '] = () => options.onSpace!(at);

    const move = moves[event.key];
    if (!move || (event.ctrlKey && event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  function onFocus(event: FocusEvent) {
    const element = (event.target as Element).closest('[role="row"][data-index]');
    if (!element) return;
    const stop = Math.max(
      0,
      stopsOf(element).findIndex((each) => each.contains(event.target)),
    );
    const at = Number(element.getAttribute('data-index'));
    setPlace((was) => (was.row === at && was.stop === stop ? was : { row: at, stop }));
  }

  /** Brings a row into sight, and makes it the one that Tab leads to. */
  function reach(to: number) {
    options.scrollTo(to);
    setPlace((was) => ({ ...was, row: to }));
  }

  // React Aria's buttons stop key events from bubbling, so the grid listens on the way down.
  return { reach, gridProps: { onKeyDownCapture: onKeyDown, onFocus } };
}
