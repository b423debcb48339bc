import { useEffect, useEffectEvent, useRef } from 'react';
import { indexAt, type Layout } from './layout';
import type { GridPages } from './props';

interface Options<T> extends GridPages<T> {
  layout: Layout;
  view: { top: number; bottom: number; end: number; isCurrent: () => boolean };
  isGoingToEnd: () => boolean;
}

/** How many rows before the edge of what is loaded more is asked for. */
const foresight = 10;

export const indexes = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Asks for missing rows as they come near, and tells which are in sight. Says whether it is the tail that is looked at. */
export function useNearEnds<T>({
  rows,
  isLoading,
  onMore,
  onBack,
  onSight,
  layout,
  view,
  isGoingToEnd,
}: Options<T>): boolean {
  const { head, gap, tail } = layout;
  // Past the middle of the gap it is the tail that is looked at.
  const isAtTail = tail > 0 && view.top >= head + gap / 2;
  const wantsMore = gap > 0 && !isLoading && !isAtTail && view.end >= head - foresight;
  const wantsBack = gap > 0 && isAtTail && view.top <= head + gap + foresight;
  const asked = useRef<{ more?: unknown; back?: unknown }>({});
  const ask = useEffectEvent(() => {
    const way = wantsMore ? 'more' : 'back';
    // Where the scroller has been moved meanwhile, what comes into sight there asks for itself.
    if (!(wantsMore || wantsBack) || asked.current[way] === rows || isGoingToEnd() || !view.isCurrent()) return;
    asked.current[way] = rows;
    (wantsMore ? onMore : onBack)?.();
  });
  useEffect(() => ask(), [wantsMore, wantsBack, rows, onMore, onBack, view.top]);

  const seen = indexes(view.top, view.bottom)
    .map((place) => indexAt(layout, place))
    .filter((index) => index !== undefined);
  const [from, to] = [seen[0] ?? 0, (seen.at(-1) ?? -1) + 1];
  useEffect(() => onSight?.(from, to), [onSight, from, to]);
  return isAtTail;
}
