import { cx } from './cx';
import styles from './Progress.module.css';

export interface ProgressProps {
  /** What goes on: its name for screen readers. */
  label: string;
  value: number;
  /** Undefined while it is not known how much there is. */
  max: number | undefined;
  /** Fills its line. */
  isWide?: boolean;
}

/** How far something long is. */
export function Progress({ label, value, max, isWide }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      className={cx(styles.progress, isWide && styles.wide)}
      value={max ? value : undefined}
      max={max || 1}
    />
  );
}
