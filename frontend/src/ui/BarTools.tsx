import type { ReactNode } from 'react';
import styles from './BarTools.module.css';
import { cx } from './cx';

export interface BarToolsProps {
  /** There are so many of them that they have a line of their own. */
  isBroad?: boolean;
  children?: ReactNode;
}

/** The filters of a list's bar: between the search and the count, in one line where they fit into one. */
export function BarTools({ isBroad, children }: BarToolsProps) {
  return <div className={cx(styles.tools, isBroad && styles.broad)}>{children}</div>;
}
