import { useEffect, useRef } from 'react';
import { indexAt, type Layout } from './layout';
import type { Identified } from './props';

interface Options<T> {
  rows: readonly T[];
  layout: Layout;
  selected: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
}

/** Selecting rows one by one, and from one to another with Shift and the arrows or a click. */
export function useSelection<T extends Identified>(options: Options<T>) {
  const { rows, selected } = options;
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  // Where Shift was first held down, what was selected before, and how far it went.
  const span = useRef<{ anchor: number; before: ReadonlySet<string>; end: number }>(undefined);
  // Which row was chosen last, for a click with Shift.
  const lastId = useRef<string>(undefined);
  const toggle = useRef((row: T, isRange = false) => {
    const { rows, selected, onSelect } = latest.current;
    span.current = undefined;
    const next = new Set(selected);
    const { id } = row;
    const [from, to] = [rows.findIndex((each) => each.id === lastId.current), rows.indexOf(row)];
    if (isRange && from >= 0 && to >= 0) {
      for (const each of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each.id);
    } else if (!next.delete(id)) next.add(id);
    lastId.current = id;
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
      if (index !== undefined) next.add(rows[index]!.id);
    }
    onSelect?.(next);
  }

  return {
    isAll: rows.length > 0 && selected.size >= rows.length && rows.every((row) => selected.has(row.id)),
    /** Selects a row, or lets it go; with `isRange`, selects all from the last one to it. The same function from one time to the next. */
    toggle: toggle.current,
    extend,
  };
}
