import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { cx } from './cx';

export type Tone = 'ok' | 'off' | 'warn' | 'bad' | 'info';

/** A state: a dot, and always its word. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={cx(styles.badge, styles[tone])}>{children}</span>;
}
