import type { ReactNode } from 'react';
import { Mark } from '../Mark';
import styles from './PublicLayout.module.css';

/** One column of 400 px under the mark, for people who are not administrators. */
export function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <Mark />
        <span>Portico</span>
      </header>
      <main className={styles.column}>{children}</main>
    </div>
  );
}
