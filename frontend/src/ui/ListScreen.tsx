import type { ReactNode } from 'react';
import styles from './ListScreen.module.css';

export interface ListScreenProps {
  /** PageHeader and, under it, TabLinks. */
  head: ReactNode;
  /** The search, filters and the count, on one line that wraps. The last one stands at the end. */
  bar?: ReactNode;
  /** What is wrong with the rows, over them. */
  note?: ReactNode;
  /** An ActionBar, under the rows, so that none of them moves when it comes. */
  actions?: ReactNode;
  /** What there is to know of the rows that only they tell: under them, so that nothing moves when they arrive. */
  foot?: ReactNode;
  /** The Grid, which takes the rest of the height, or an EmptyState. */
  children: ReactNode;
}

/** A screen that is a list: its head stays, the rows scroll. */
export function ListScreen({ head, bar, note, actions, foot, children }: ListScreenProps) {
  return (
    <div className={styles.screen}>
      {head}
      {bar && <div className={styles.bar}>{bar}</div>}
      {note && <div className={styles.note}>{note}</div>}
      <div className={styles.rows}>{children}</div>
      {actions}
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}

/** The search of a list's bar: wide where there is room. */
export function BarSearch({ children }: { children: ReactNode }) {
  return <div className={styles.search}>{children}</div>;
}

/** How many there are, at the end of a list's bar. */
export function BarCount({ children }: { children: ReactNode }) {
  return (
    <span role="status" className={styles.count}>
      {children}
    </span>
  );
}
