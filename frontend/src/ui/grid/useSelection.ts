import { useEffect, useRef } from 'react';
import { indexAt, type Layout } from './layout';

interface Options<T> {
  rows: readonly T[];
  layout: Layout;
  rowId: (row: T) => string;
  selected: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
}

/** Selecting rows one by one, and from one to another with Shift. */
export function useSelection<T>(options: Options<T>) {
  const { rows, rowId, selected } = options;
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  // Where Shift was first held down, what was selected before, and how far it went.
  const span = useRef<{ anchor: number; before: ReadonlySet<string>; end: number }>(undefined);
  const toggle = useRef((row: T) => {
    const { selected, onSelect, rowId } = latest.current;
    span.current = undefined;
    const next = new Set(selected);
    if (!next.delete(rowId(row))) next.add(rowId(row));
    onSelect?.(next);
  });

  /** Selects from where Shift began to the row at a place; coming back lets go again. */
  function extend(from: number, to: number) {
    const { layout, onSelect } = options;
    if (span.current?.end !== from) span.current = { anchor: from, before: selected, end: to };
    span.current.end = to;
    const [first, last] = [Math.min(span.current.anchor, to), Math.max(span.current.anchor, to)];
    const next = new Set(span.current.before);
    for (let place = first; place <= last; place++) {
      const index = indexAt(layout, place);
      if (index !== undefined) next.add(rowId(rows[index]!));
    }
    onSelect?.(next);
  }

  return {
    isAll: rows.length > 0 && selected.size >= rows.length && rows.every((row) => selected.has(rowId(row))),
    /** The same function from one time to the next. */

    toggle: toggle.current,
    extend,
  };
}
