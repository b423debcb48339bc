/** Where rows stand in the scroller, one place each: the head, then a gap where some are missing, then the tail. */
export interface Layout {
  /** Rows of the head, which are the first of the list. */
  head: number;
  /** Places for rows that are missing. */
  gap: number;
  /** Rows of the tail, which are the last of the list. */
  tail: number;
}

/** A row by its distance from the start or from the end, whether it is there already or not. */
export interface Target {
  from: 'start' | 'end';
  distance: number;
}

/** Places of a gap: enough at the end to say that there is more, and in the middle to be seen between two rows. */
const gapAtEnd = 3;
const gapBetween = 12;

export function layOut(rows: number, tail: number, hasMore: boolean): Layout {
  return { head: rows - tail, gap: hasMore ? (tail > 0 ? gapBetween : gapAtEnd) : 0, tail };
}

export const placesOf = ({ head, gap, tail }: Layout) => head + gap + tail;

/** The index among the loaded rows of what stands at a place; undefined in the gap and beyond the ends. */
export function indexAt({ head, gap, tail }: Layout, place: number): number | undefined {
  if (place < 0 || place >= head + gap + tail) return undefined;
  if (place < head) return place;
  return place >= head + gap ? place - gap : undefined;
}

/** Where a loaded row stands. */
export const placeAt = ({ head, gap }: Layout, index: number) => (index < head ? index : index + gap);

/** The row so many steps from a place, measured from the end of the list that the place belongs to. */
export function targetFrom(layout: Layout, place: number, by: number): Target {
  if (place < layout.head) return { from: 'start', distance: Math.max(0, place + by) };
  return { from: 'end', distance: Math.max(0, placesOf(layout) - 1 - place - by) };
}

/**
 * Where a target stands, or where to look until it has come: `isThere` is false while it is missing. Beyond the end of
 * a list that is known in full, the target is its last row, or its first one.
 */
export function placeOf(layout: Layout, { from, distance }: Target): { place: number; isThere: boolean } {
  const last = placesOf(layout) - 1;
  const known = layout.gap === 0 ? last : (from === 'start' ? layout.head : layout.tail) - 1;
  const isThere = layout.gap === 0 || distance <= known;
  const steps = Math.min(distance, last, known + layout.gap);
  return { place: Math.max(0, from === 'start' ? steps : last - steps), isThere };
}
