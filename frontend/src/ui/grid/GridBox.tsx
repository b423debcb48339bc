import type { CSSProperties, ReactNode } from 'react';
import styles from './Grid.module.css';

export interface GridBoxProps {
  /** How many rows there are: it is as high as they are, up to ten. */
  rowCount: number;
  /** The Grid. */
  children: ReactNode;
}

/** The place of a Grid among other things, such as in a Card: only as high as its rows, and never very high. */
export function GridBox({ rowCount, children }: GridBoxProps) {
  return (
    <div className={styles.box} style={{ '--rows': Math.min(rowCount, 10) } as CSSProperties}>
      {children}
    </div>
  );
}
