import { Trans } from '@lingui/react/macro';
import { memo, type MouseEvent, type ReactNode, useRef } from 'react';
import { Checkbox } from '../Checkbox';
import { cx } from '../cx';
import { SkeletonLine } from '../Skeleton';
import type { GridColumn } from './props';
import styles from './Grid.module.css';

/** Where a place stands in the scroller. */
const at = (place: number, height: number) => ({ transform: `translateY(${place * height}px)` });

interface GridRowProps<T> {
  row: T;
  name: string;
  columns: readonly GridColumn<T>[];
  place: number;
  /** In pixels. */
  height: number;
  /** Which of all records it is, counted from 1; undefined while that is not known. */
  number: number | undefined;
  isSelected?: boolean;
  isCurrent: boolean;
  /** With it, the row has a checkbox; the same function from one time to the next. */
  onToggle?: (row: T, isRange?: boolean) => void;
}

function Row<T>({ row, name, columns, place, height, number, isSelected, isCurrent, onToggle }: GridRowProps<T>) {
  const isRange = useRef(false);
  const hold = (event: MouseEvent) => {
    isRange.current = event.shiftKey;
    if (event.shiftKey) event.preventDefault(); // which would mark the text between the two places, too
  };
  const toggle = () => {
    onToggle?.(row, isRange.current);
    isRange.current = false;
  };
  return (
    <div
      role="row"
      aria-rowindex={number}
      aria-selected={onToggle ? !!isSelected : undefined}
      aria-current={isCurrent || undefined}
      data-index={place}
      className={cx(styles.row, (isSelected || isCurrent) && styles.selected)}
      style={at(place, height)}
    >
      {onToggle && (
        <div role="gridcell" data-cell className={cx(styles.cell, styles.roomy)} onMouseDownCapture={hold}>
          <Checkbox label={<Trans>Select {name}</Trans>} hideLabel value={!!isSelected} onChange={toggle} />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          data-cell
          className={cx(styles.cell, column.layout === 'roomy' && styles.roomy, column.layout === 'end' && styles.end)}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** A record. Scrolling renders only rows that were not there before. */
export const GridRow = memo(Row) as typeof Row;

/** The place of a row that is on its way; empty until `isShown`. */
export function WaitingRow<T>(props: {
  columns: readonly GridColumn<T>[];
  place: number;
  height: number;
  isShown: boolean;
}) {
  return (
    <div aria-hidden className={styles.row} style={at(props.place, props.height)}>
      {props.isShown &&
        props.columns.map((column) => (
          <div key={column.id} className={styles.cell}>
            <span className={styles.waiting}>
              <SkeletonLine />
            </span>
          </div>
        ))}
    </div>
  );
}

/** What is said in the place of rows that did not come, over all columns. */
export function WideRow({ place, height, children }: { place: number; height: number; children: ReactNode }) {
  return (
    <div role="row" className={styles.row} style={at(place, height)}>
      <div role="gridcell" className={styles.wide}>
        {children}
      </div>
    </div>
  );
}
