import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '../Checkbox';
import { cx } from '../cx';
import styles from './Grid.module.css';
import { Heading } from './Heading';
import type { GridColumn, GridSort } from './props';

interface GridHeadProps<T> {
  columns: readonly GridColumn<T>[];
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** With it, a checkbox for all rows that are loaded. */
  onSelectAll?: (all: boolean) => void;
  isAll: boolean;
  isSome: boolean;
}

/** The headings of a grid, which stay over its rows. */
export function GridHead<T>({ columns, sort, onSort, onSelectAll, isAll, isSome }: GridHeadProps<T>) {
  const { t } = useLingui();
  return (
    <div role="rowgroup" className={styles.top}>
      <div role="row" className={cx(styles.row, styles.head)}>
        {onSelectAll && (
          <div role="columnheader" className={cx(styles.cell, styles.roomy)}>
            <Checkbox
              label={t`Select the loaded rows`}
              hideLabel
              value={isAll}
              isIndeterminate={!isAll && isSome}
              onChange={onSelectAll}
            />
          </div>
        )}
        {columns.map((column) => (
          <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}
