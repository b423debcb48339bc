import type { ReactNode } from 'react';
import styles from './Table.module.css';

export interface TableColumn<T> {
  id: string;
  label: string;
  cell: (row: T) => ReactNode;
  /** As narrow as its words. */
  isTight?: boolean;
}

export interface TableProps<T> {
  /** Its accessible name. */
  label: string;
  columns: readonly TableColumn<T>[];
  rows: readonly (T & { id: string })[];
}

/** A plain table to read; where there is no room for its columns, each row stands as a block with their names. */
export function Table<T>({ label, columns, rows }: TableProps<T>) {
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.isTight ? styles.tight : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.id} data-label={column.label} className={column.isTight ? styles.tight : undefined}>
                  <div>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
