import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { GridColumn } from './props';

/** The width of an element, in pixels; 0 before it is known. */
function useWidth(ref: RefObject<HTMLElement | null>) {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** What the columns take at least, in pixels, with the ends of a row, as in Grid.module.css. */
const widthOf = (tracks: readonly string[], width: number) =>
  tracks.reduce((sum, track) => sum + Number(/(\d+)px/.exec(track)?.[1] ?? 0), width < 640 ? 24 : 40);

/** The columns that have a place at the grid's width, as tracks; where they do not all fit, they scroll sideways. */
export function useColumns<T>(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly GridColumn<T>[],
  hasCheckboxes: boolean,
) {
  const width = useWidth(scroller);
  const shown = useMemo(
    () => columns.filter((column) => !width || width >= (column.minGridWidth ?? 0)),
    [columns, width],
  );
  const tracks = [hasCheckboxes ? '36px' : '', ...shown.map((column) => column.width)];
  const leastWidth = widthOf(tracks, width);
  return { shown, tracks, leastWidth: width > 0 && leastWidth > width ? leastWidth : undefined };
}
