import { useLingui } from '@lingui/react/macro';
import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from '../Button';
import { Checkbox } from '../Checkbox';
import { cx } from '../cx';
import { useDelayed } from '../Skeleton';
import styles from './Grid.module.css';
import { GridRow, WaitingRow, WideRow } from './GridRow';
import { Heading } from './Heading';
import { indexAt, layOut, placeAt, placesOf } from './layout';
import { useRovingFocus } from './useRovingFocus';
import { useSelection } from './useSelection';
import { useWindow } from './useWindow';

export interface GridColumn<T> {
  id: string;
  /** The heading; with `hideHeading` only read aloud. */
  label: string;
  hideHeading?: boolean;
  /** A track of grid-template-columns: `118px`, `minmax(190px, 1.3fr)`. */
  width: string;
  cell: (row: T) => ReactNode;
  isSortable?: boolean;
  /** Leaves the column out below this width of the grid, in pixels: what is left must still make sense. */
  minGridWidth?: number;
  /** `roomy`: several things beside each other, 9 px apart; `end`: controls at the far end. */
  layout?: 'text' | 'roomy' | 'end';
}

export interface GridSort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** Leads to the ends of a list from outside it; the row takes the focus. */
export interface GridHandle {
  toStart: () => void;
  toEnd: () => void;
}

/** What a Grid shows of a list that is read page by page: `usePages` gives all of it as its `grid`. */
export interface GridPages<T> {
  /** The rows that are loaded: those from the first on, then those at the end. */
  rows: readonly T[];
  /** How many of `rows` are the last ones of the list; the missing ones are in front of them. */
  tailCount?: number;
  /** Rows are missing: after `rows`, or between them and the tail. */
  hasMore?: boolean;
  /** Asks for the rows after the head, or in front of the tail, when they come near; once per change of `rows`. */
  onMore?: () => void;
  onBack?: () => void;
  /** Asks for the end of the list. */
  onEnd?: () => void;
  /** Why rows did not come: said in their place, with a Retry. */
  moreFailure?: string;
  onRetry?: () => void;
  /** Tells which of `rows` are in sight. */
  onSight?: (from: number, to: number) => void;
  /** Which list it is; another one begins at its top. */
  list?: unknown;
  /** Nothing is known yet: placeholder rows, after 150 ms. */
  isLoading?: boolean;
}

export interface GridProps<T> extends GridPages<T> {
  label: string;
  columns: readonly GridColumn<T>[];
  /** How many there are on the server. */
  rowCount: number;
  rowId: (row: T) => string;
  /** How a row is called: the label of its checkbox. */
  rowName: (row: T) => string;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** Enter on a row. */
  onOpen?: (row: T) => void;
  /** Space on a row. */
  onPeek?: (row: T) => void;
  /** E on a row. */
  onEdit?: (row: T) => void;
  /** Shift F10 or the menu key on a row; `at` is where the focus is. */
  onMenu?: (row: T, at: HTMLElement) => void;
  /** The row that is shown beside the list: it stands out, and is kept in sight. */
  current?: string;
  /** With `onSelect`, every row has a checkbox; X, and Shift with the arrows, select too. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Row height in pixels: 32, 40 or 48. Touch screens get at least 48. */
  rowHeight?: 32 | 40 | 48;
  /** Instead of rows, when there are none. */
  empty?: ReactNode;
  ref?: Ref<GridHandle>;
}

/** The width of an element, in pixels; 0 before it is known. */
function useWidth(ref: React.RefObject<HTMLElement | null>) {
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

/** The height of the row of headings, as in Grid.module.css. */
const headHeight = 34;

const isCoarse = () => typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;

const nothing: ReadonlySet<string> = new Set();

/** How many rows before the edge of what is loaded more is asked for. */
const foresight = 10;

/**
 * A list of records as an ARIA grid that only renders what is in sight. One tab stop: arrows, Home, End and Page keys
 * (J and K too) move within it, Enter opens, Space peeks, E edits, X selects. It fills its container, which gives the
 * height. Only loaded rows and a few places for missing ones make its length, however long the list is.
 *
 * aria-rowcount is the true count of records, and row indexes count records: the heading row has none.
 */
export function Grid<T>(props: GridProps<T>) {
  const { columns, rows, rowCount, rowId, sort, onSort, selected = nothing, onSelect, isLoading } = props;
  const { hasMore = false, tailCount = 0 } = props;
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [least] = useState(() => (isCoarse() ? 48 : 0));
  const height = Math.max(props.rowHeight ?? 40, least);
  const isSlow = useDelayed();

  const layout = useMemo(
    () => (isLoading ? { head: 0, gap: 12, tail: 0 } : layOut(rows.length, tailCount, hasMore)),
    [isLoading, rows, tailCount, hasMore],
  );
  const { head, gap, tail } = layout;
  const rowAt = (place: number) => {
    const index = indexAt(layout, place);
    return index === undefined ? undefined : rows[index];
  };
  // eslint-disable-next-line react-hooks/exhaustive-deps -- rows keep their ids
  const ids = useMemo(() => rows.map(rowId), [rows]);
  const places = useMemo(() => new Map(ids.map((id, index) => [id, placeAt(layout, index)])), [ids, layout]);
  const placeOfId = useCallback((id: string) => places.get(id), [places]);
  const idAt = useCallback(
    (place: number) => {
      const index = indexAt(layout, place);
      return index === undefined ? undefined : ids[index];
    },
    [layout, ids],
  );

  const view = useWindow({
    scroller,
    count: placesOf(layout),
    rowHeight: height,
    headHeight,
    idAt,
    placeOf: placeOfId,
    list: props.list,
  });
  const selection = useSelection({ rows, layout, rowId, selected, onSelect });
  const focus = useRovingFocus({
    scroller,
    layout,
    idAt,
    placeOfId,
    pageSize: view.inSight,
    scrollTo: view.scrollTo,
    rendered: view.first,
    onEnd: props.onEnd,
    onEnter: (place) => props.onOpen?.(rowAt(place)!),
    onSpace: props.onPeek && ((place) => props.onPeek!(rowAt(place)!)),
    onMenu: props.onMenu && ((place, at) => props.onMenu!(rowAt(place)!, at)),
    onE: props.onEdit && ((place) => props.onEdit!(rowAt(place)!)),
    onX: onSelect && ((place) => selection.toggle(rowAt(place)!)),
    onExtend: onSelect && selection.extend,
  });
  useImperativeHandle(props.ref, () => ({ toStart: focus.toStart, toEnd: focus.toEnd }));

  // Past the middle of the gap it is the tail that is looked at.
  const isAtTail = tail > 0 && view.top >= head + gap / 2;
  const wantsMore = gap > 0 && !isLoading && !isAtTail && view.end >= head - foresight;
  const wantsBack = gap > 0 && isAtTail && view.top <= head + gap + foresight;
  const asked = useRef<{ more?: unknown; back?: unknown }>({});
  const { onMore, onBack, onSight } = props;
  useEffect(() => {
    const way = wantsMore ? 'more' : 'back';
    // Where the scroller has been moved meanwhile, what comes into sight there asks for itself.
    if (!(wantsMore || wantsBack) || asked.current[way] === rows || focus.isGoingToEnd() || !view.isCurrent()) return;
    asked.current[way] = rows;
    (wantsMore ? onMore : onBack)?.();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what it is going to is no reason to ask
  }, [wantsMore, wantsBack, rows, onMore, onBack, view.top]);

  const seen = indexes(view.top, view.bottom)
    .map((place) => indexAt(layout, place))
    .filter((index) => index !== undefined);
  const [from, to] = [seen[0] ?? 0, (seen.at(-1) ?? -1) + 1];
  useEffect(() => onSight?.(from, to), [onSight, from, to]);

  const currentPlace = props.current === undefined ? undefined : places.get(props.current);
  const { reach } = focus;
  useEffect(() => {
    if (currentPlace !== undefined) reach(currentPlace);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when it is another row: scrolling away is free
  }, [props.current]);

  const shown = useMemo(
    () => columns.filter((column) => !width || width >= (column.minGridWidth ?? 0)),
    [columns, width],
  );
  const tracks = [onSelect ? '36px' : '', ...shown.map((column) => column.width)];
  const leastWidth = widthOf(tracks);
  // Columns that do not fit scroll sideways, and the first one, which says whose row it is, stays.
  const isWide = width > 0 && leastWidth > width;

  if (!isLoading && rows.length === 0 && props.empty) return <>{props.empty}</>;

  const failureAt = isAtTail ? head + gap - 1 : head;
  // The row that Tab leads to stays, so that scrolling takes the focus from nobody.
  const rendered = indexes(view.first, view.end);
  if (rows.length > 0 && (focus.row < view.first || focus.row >= view.end)) rendered.push(focus.row);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount}
      aria-colcount={shown.length + (onSelect ? 1 : 0)}
      aria-busy={isLoading || undefined}
      aria-multiselectable={onSelect ? true : undefined}
      className={cx(styles.grid, isWide && styles.broad, onSelect && styles.selecting)}
      style={
        {
          '--columns': tracks.join(' '),
          '--row': `${height}px`,
          '--least': isWide ? `${leastWidth}px` : undefined,
        } as CSSProperties
      }
      tabIndex={rows.length === 0 ? 0 : undefined}
      {...focus.gridProps}
    >
      <div role="rowgroup" className={styles.top}>
        <div role="row" className={cx(styles.row, styles.head)}>
          {onSelect && (
            <div role="columnheader" className={cx(styles.cell, styles.roomy)}>
              <Checkbox
                label={t`Select the loaded rows`}
                hideLabel
                value={selection.isAll}
                isIndeterminate={!selection.isAll && selected.size > 0}
                onChange={(all) => onSelect(new Set(all ? ids : []))}
              />
            </div>
          )}
          {shown.map((column) => (
            <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ blockSize: view.height }}>
        {rendered.map((place) => {
          const row = rowAt(place);
          if (row !== undefined) {
            const id = rowId(row);
            return (
              <GridRow
                key={id}
                row={row}
                name={props.rowName(row)}
                columns={shown}
                place={place}
                height={height}
                number={place < head ? place + 1 : rowCount - (head + gap + tail - 1 - place)}
                isSelected={selected.has(id)}
                isCurrent={place === currentPlace}
                onToggle={onSelect && selection.toggle}
              />
            );
          }
          if (place === failureAt && props.moreFailure) {
            return (
              <WideRow key="failure" place={place} height={height}>
                <span role="alert">{props.moreFailure}</span>
                <Button size="small" onPress={props.onRetry}>{t`Retry`}</Button>
              </WideRow>
            );
          }
          return (
            <WaitingRow
              key={`waiting-${place}`}
              columns={shown}
              place={place}
              height={height}
              isShown={!isLoading || isSlow}
            />
          );
        })}
      </div>
    </div>
  );
}

/** What the columns take at least, with the ends of a row, in pixels. */
const widthOf = (tracks: readonly string[]) =>
  tracks.reduce((sum, track) => sum + Number(/(\d+)px/.exec(track)?.[1] ?? 0), 40);

const indexes = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
