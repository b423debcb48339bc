import styles from './Progress.module.css';

export interface ProgressProps {
  /** What goes on: its name for screen readers. */
  label: string;
  value: number;
  /** Undefined while it is not known how much there is. */
  max: number | undefined;
}

/** How far something long is. */
export function Progress({ label, value, max }: ProgressProps) {
  return <progress aria-label={label} className={styles.progress} value={max ? value : undefined} max={max || 1} />;
}
