import { ArrowDown, ArrowUp } from 'lucide-react';
import { cx } from '../cx';
import styles from './Grid.module.css';
import type { GridColumn, GridSort } from './props';

interface HeadingProps<T> {
  column: GridColumn<T>;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
}

/** The heading of a column; where it sorts, a button that sorts the other way the second time. */
export function Heading<T>({ column, sort, onSort }: HeadingProps<T>) {
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
