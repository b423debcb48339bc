import styles from './Spinner.module.css';

/** Turns while something is under way. Says nothing to screen readers: give it a name through `label` where it stands alone. */
export function Spinner({ label }: { label?: string }) {
  return label ? (
    <span role="progressbar" aria-label={label} aria-valuetext={label}>
      <span className={styles.spinner} style={{ display: 'block' }} />
    </span>
  ) : (
    <span aria-hidden className={styles.spinner} />
  );
}
