import type { ReactNode } from 'react';
import styles from './ActionBar.module.css';

export interface ActionBarProps {
  /** Names it: "Selection". */
  label: string;
  children: ReactNode;
}

/** A line under the rows of a list, for what is selected in it or goes on with it. Toasts stay above it. */
export function ActionBar({ label, children }: ActionBarProps) {
  return (
    <section aria-label={label} data-under-toasts className={styles.bar}>
      {children}
    </section>
  );
}

/** What stands at the end of an ActionBar. */
export function ActionBarEnd({ children }: { children: ReactNode }) {
  return <span className={styles.end}>{children}</span>;
}
