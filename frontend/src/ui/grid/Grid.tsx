import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Checkbox } from '../Checkbox';
import { cx } from '../cx';
import { SkeletonLine, useDelayed } from '../Skeleton';
import styles from './Grid.module.css';
import { useRovingFocus } from './useRovingFocus';
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

export interface GridProps<T> {
  label: string;
  columns: readonly GridColumn<T>[];
  /** The rows that are loaded, from the first on. */
  rows: readonly T[];
  /** How many there are on the server. */
  rowCount: number;
  rowId: (row: T) => string;
  /** How a row is called: the label of its checkbox. */
  rowName: (row: T) => string;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** There are more rows than `rows`; `onMore` asks for the next page when the end comes near, once per change of `rows`. */
  hasMore?: boolean;
  onMore?: () => void;
  /** Nothing is known yet: placeholder rows, after 150 ms. */
  isLoading?: boolean;
  /** Enter on a row. */
  onOpen?: (row: T) => void;
  /** Space on a row. */
  onPeek?: (row: T) => void;
  /** Shift F10 or the menu key on a row; `at` is where the focus is. */
  onMenu?: (row: T, at: HTMLElement) => void;
  /** The row that is shown beside the list: it stands out, and is kept in sight. */
  current?: string;
  /** With `onSelect`, every row has a checkbox. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Row height in pixels: 32, 40 or 48. Touch screens get at least 48. */
  rowHeight?: 32 | 40 | 48;
  /** Instead of rows, when there are none. */
  empty?: ReactNode;
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

/**
 * A list of records as an ARIA grid that only renders what is in sight. One tab stop: arrows, Home, End and Page keys
 * (J and K too) move within it, Enter opens, Space peeks, X selects. It fills its container, which gives the height.
 *
 * aria-rowcount is the true count of records, and row indexes count records: the heading row has none.
 */
export function Grid<T>(props: GridProps<T>) {
  const {
    columns,
    rows,
    rowCount,
    rowId,
    rowName,
    sort,
    onSort,
    selected,
    onSelect,
    hasMore,
    onMore,
    isLoading,
    empty,
  } = props;
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [height] = useState(() => Math.max(props.rowHeight ?? 40, isCoarse() ? 48 : 0));
  const isSlow = useDelayed();

  const placeholders = isLoading ? 12 : hasMore ? 3 : 0;
  const count = (isLoading ? 0 : rows.length) + placeholders;
  const view = useWindow({ scroller, count, rowHeight: height, headHeight });
  const indexes = Array.from({ length: view.end - view.first }, (_, offset) => view.first + offset);

  const isNearEnd = !!hasMore && !isLoading && view.end >= rows.length - 10;
  const askedFor = useRef<unknown>(null);
  useEffect(() => {
    if (!isNearEnd || askedFor.current === rows) return;
    askedFor.current = rows;
    onMore?.();
  }, [isNearEnd, rows, onMore]);

  const toggle = (row: T) => {
    if (!onSelect) return;
    const next = new Set(selected);
    if (!next.delete(rowId(row))) next.add(rowId(row));
    onSelect(next);
  };

  const focus = useRovingFocus({
    scroller,
    rowCount: isLoading ? 0 : rows.length,
    pageSize: view.inSight,
    scrollTo: view.scrollTo,
    rendered: view.first,
    onEnter: (index) => props.onOpen?.(rows[index]!),
    onSpace: props.onPeek && ((index) => props.onPeek!(rows[index]!)),
    onMenu: props.onMenu && ((index, at) => props.onMenu!(rows[index]!, at)),
    onX: onSelect && ((index) => toggle(rows[index]!)),
  });

  const currentIndex = props.current === undefined ? -1 : rows.findIndex((row) => rowId(row) === props.current);
  const { reach } = focus;
  useEffect(() => {
    if (currentIndex >= 0) reach(currentIndex);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when it is another row: scrolling away is free
  }, [currentIndex]);

  const shown = columns.filter((column) => !width || width >= (column.minGridWidth ?? 0));
  const template = [onSelect && '36px', ...shown.map((column) => column.width)].filter(Boolean).join(' ');
  const isEmpty = !isLoading && rows.length === 0;
  const allSelected = rows.length > 0 && rows.every((row) => selected?.has(rowId(row)));

  if (isEmpty && empty) return <>{empty}</>;

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount}
      aria-colcount={shown.length + (onSelect ? 1 : 0)}
      aria-busy={isLoading || undefined}
      aria-multiselectable={onSelect ? true : undefined}
      className={styles.grid}
      style={{ '--columns': template, '--row': `${height}px` } as CSSProperties}
      tabIndex={rows.length === 0 ? 0 : undefined}
      {...focus.gridProps}
    >
      <div role="rowgroup">
        <div role="row" className={cx(styles.row, styles.head)}>
          {onSelect && (
            <div role="columnheader" className={cx(styles.cell, styles.roomy)}>
              <Checkbox
                label={t`Select the loaded rows`}
                hideLabel
                value={allSelected}
                isIndeterminate={!allSelected && !!selected?.size}
                onChange={(all) => onSelect(new Set(all ? rows.map(rowId) : []))}
              />
            </div>
          )}
          {shown.map((column) => (
            <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ blockSize: view.height }}>
        {indexes.map((index) => {
          const row = isLoading ? undefined : rows[index];
          const position = { transform: `translateY(${index * height}px)` };
          if (row === undefined) {
            return (
              <div key={`waiting-${index}`} aria-hidden className={styles.row} style={position}>
                {(!isLoading || isSlow) &&
                  shown.map((column) => (
                    <div key={column.id} className={styles.cell}>
                      <span className={styles.waiting}>
                        <SkeletonLine />
                      </span>
                    </div>
                  ))}
              </div>
            );
          }
          const id = rowId(row);
          const isSelected = selected?.has(id);
          return (
            <div
              key={id}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={onSelect ? !!isSelected : undefined}
              aria-current={index === currentIndex || undefined}
              data-index={index}
              className={cx(styles.row, (isSelected || index === currentIndex) && styles.selected)}
              style={position}
            >
              {onSelect && (
                <div role="gridcell" data-cell className={cx(styles.cell, styles.roomy)}>
                  <Checkbox
                    label={<Trans>Select {rowName(row)}</Trans>}
                    hideLabel
                    value={!!isSelected}
                    onChange={() => toggle(row)}
                  />
                </div>
              )}
              {shown.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  data-cell
                  className={cx(
                    styles.cell,
                    column.layout === 'roomy' && styles.roomy,
                    column.layout === 'end' && styles.end,
                  )}
                >
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface HeadingProps<T> {
  column: GridColumn<T>;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
}

function Heading<T>({ column, sort, onSort }: HeadingProps<T>) {
  const isSorted = sort?.column === column.id;
  const direction = isSorted ? sort.direction : undefined;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  const label = <span className={cx(column.hideHeading && 'visually-hidden')}>{column.label}</span>;
  return (
    <div
      role="columnheader"
      aria-sort={column.isSortable ? (direction ?? 'none') : undefined}
      className={cx(styles.cell, column.layout === 'end' && styles.end)}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          data-sorted={isSorted || undefined}
          onClick={() =>
            onSort({ column: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' })
          }
        >
          {label}
          <Arrow aria-hidden strokeWidth={2} />
        </button>
      ) : (
        label
      )}
    </div>
  );
}
