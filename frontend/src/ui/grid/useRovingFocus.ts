import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isLetter } from '../letters';
import { type Layout, placeOf, placesOf, type Target, targetFrom } from './layout';

interface Options {
  scroller: RefObject<HTMLElement | null>;
  layout: Layout;
  /** The id of the row at a place, and the place of a row that is loaded. */
  idAt: (place: number) => string | undefined;
  placeOfId: (id: string) => number | undefined;
  /** Rows that Page Up and Page Down jump over. */
  pageSize: number;
  scrollTo: (place: number) => void;
  /** Changes whenever other rows are rendered. */
  rendered: unknown;
  /** Where Tab leads to in a row at first: behind its checkbox, if it has one. */
  firstStop: number;
  /** Loads the end of the list; without it Ctrl End leads to the last row that is loaded. */
  onEnd?: () => void;
  onEnter: (place: number) => void;
  onSpace?: (place: number) => void;
  onMenu?: (place: number, at: HTMLElement) => void;
  onX?: (place: number) => void;
  onE?: (place: number) => void;
  /** Shift and an arrow went from one row to another. */
  onExtend?: (from: number, to: number) => void;
}

interface Place {
  row: number;
  /** The row that stood there, which may stand elsewhere by now. */
  id?: string;
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

const rowOf = (target: EventTarget) => (target as Element).closest('[role="row"][data-index]');
const indexOf = (row: Element) => Number(row.getAttribute('data-index'));
const isTyping = (target: EventTarget) => target instanceof HTMLInputElement && target.type !== 'checkbox';

/** Which stop of a row has the focus, or holds what has it. */
function stopAt(row: Element, target: Node): number {
  return Math.max(
    0,
    stopsOf(row).findIndex((each) => each.contains(target)),
  );
}

/**
 * One tab stop for a whole grid: the arrow keys move among the cells and the controls in them, and only the place where
 * the focus is, or was last, can be reached with Tab. It stays with its row when rows come or go before it. What is not
 * loaded yet is waited for. Works on what is rendered, so that cells need not know of it.
 */
export function useRovingFocus(options: Options) {
  const { scroller, layout, rendered, idAt, placeOfId } = options;
  const [place, setPlace] = useState<Place>({ row: 0, stop: options.firstStop });
  // Where the focus is to go, and what had it when that was asked for: whoever goes elsewhere meanwhile stays there.
  const wanted = useRef<{ target: Target; stop: number; origin: Element | null }>(undefined);
  const row = (place.id !== undefined ? placeOfId(place.id) : undefined) ?? nearest(layout, place.row);

  useLayoutEffect(() => {
    for (const element of scroller.current?.querySelectorAll('[role="row"][data-index]') ?? []) {
      const isHere = indexOf(element) === row;
      stopsOf(element).forEach((stop, index) => {
        // A key changes two of some hundred: the browser looks again at each that is written.
        const wanted = isHere && index === place.stop ? '0' : '-1';
        if (stop.getAttribute('tabindex') !== wanted) stop.setAttribute('tabindex', wanted);
      });
    }
  });

  const settle = useEffectEvent(() => {
    const want = wanted.current;
    if (!want) return;
    const { place: to, isThere } = placeOf(layout, want.target);
    if (!isThere) return;
    const element = scroller.current?.querySelector(`[role="row"][data-index="${to}"]`);
    if (!element) {
      options.scrollTo(to);
      setPlace({ row: to, id: idAt(to), stop: want.stop });
      return;
    }
    wanted.current = undefined;
    const active = document.activeElement;
    if (active !== want.origin && active !== document.body) return;
    options.scrollTo(to);
    const stops = stopsOf(element);
    stops[Math.min(want.stop, stops.length - 1)]?.focus({ preventScroll: true });
  });
  useEffect(() => settle(), [rendered, place, layout]);

  function go(target: Target, stop: number) {
    const isEndUnknown = target.from === 'end' && layout.gap > 0 && layout.tail === 0;
    if (isEndUnknown && !options.onEnd) return go({ from: 'start', distance: layout.head - 1 }, stop);
    if (isEndUnknown) options.onEnd?.();
    wanted.current = { target, stop: Math.max(0, stop), origin: document.activeElement };
    const { place: to, isThere } = placeOf(layout, target);
    options.scrollTo(to);
    if (isThere) setPlace({ row: to, id: idAt(to), stop: Math.max(0, stop) });
  }

  function onKeyDown(event: KeyboardEvent) {
    const element = rowOf(event.target);
    if (!element || isTyping(event.target) || event.altKey || event.metaKey) return;
    const at = indexOf(element);
    const stops = stopsOf(element);
    const stop = stopAt(element, event.target as Node);
    const isControl = event.target !== stops[stop] || (event.target as Element).matches(focusable);
    const forward = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
    const walk = (by: number) => {
      const target = targetFrom(layout, at, by);
      const to = placeOf(layout, target);
      go(target, stop);
      if (event.shiftKey && to.isThere) options.onExtend?.(at, to.place);
    };
    const aside = (to: number) => go(targetFrom(layout, at, 0), Math.min(stops.length - 1, to));
    const moves: Record<string, () => void> = {
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      ArrowRight: () => aside(stop + forward),
      ArrowLeft: () => aside(stop - forward),
      PageDown: () => go(targetFrom(layout, at, options.pageSize), stop),
      PageUp: () => go(targetFrom(layout, at, -options.pageSize), stop),
      Home: () => (event.ctrlKey ? go({ from: 'start', distance: 0 }, stop) : aside(0)),
      End: () => (event.ctrlKey ? go({ from: 'end', distance: 0 }, stop) : aside(stops.length - 1)),
    };
    const letters: Record<string, (() => void) | undefined> = {
      j: () => walk(1),
      k: () => walk(-1),
      x: options.onX && (() => options.onX!(at)),
      e: options.onE && (() => options.onE!(at)),
    };
    if (options.onMenu) {
      const openMenu = () => options.onMenu!(at, event.target as HTMLElement);
      moves.ContextMenu = openMenu;
      if (event.shiftKey) moves.F10 = openMenu;
    }
    // Enter and Space belong to the control that has the focus; on a plain cell, and Space on a link, they are the row's.
    if (!isControl || (event.target as Element).matches('input')) moves.Enter = () => options.onEnter(at);
    if (options.onSpace && (!isControl || (event.target as Element).matches('a')))
      moves[' '] = () => options.onSpace!(at);
    const move = moves[event.key] ?? (isLetter(event.nativeEvent) ? letters[event.key.toLowerCase()] : undefined);
    if (!move || (event.ctrlKey && event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  function onFocus(event: FocusEvent) {
    const element = rowOf(event.target);
    if (!element) return;
    const at = indexOf(element);
    const stop = stopAt(element, event.target);
    setPlace((was) =>
      was.row === at && was.id === idAt(at) && was.stop === stop ? was : { row: at, id: idAt(at), stop },
    );
  }

  /** Brings a row into sight, and makes it the one that Tab leads to. */
  function reach(to: number) {
    options.scrollTo(to);
    setPlace((was) => ({ ...was, row: to, id: idAt(to) }));
  }

  return {
    /** The place that Tab leads to; it is to be rendered even out of sight. */
    row,
    reach,
    /** Says whether the end of the list is waited for. */
    isGoingToEnd: () => wanted.current?.target.from === 'end' && layout.tail === 0,
    toStart: () => go({ from: 'start', distance: 0 }, options.firstStop),
    toEnd: () => go({ from: 'end', distance: 0 }, options.firstStop),
    // React Aria's buttons stop key events from bubbling, so the grid listens on the way down.
    gridProps: { onKeyDownCapture: onKeyDown, onFocus },
  };
}

/** A place that has a row: where one was until it went, the row that has taken its place. */
function nearest(layout: Layout, place: number): number {
  const row = Math.max(0, Math.min(placesOf(layout) - 1, place));
  const isInGap = row >= layout.head && row < layout.head + layout.gap;
  return isInGap && layout.head > 0 ? layout.head - 1 : row;
}
