import styles from './Mark.module.css';

/** The mark of Portico: an arch one walks through. Decoration beside the name. */
export function Mark() {
  return (
    <svg aria-hidden className={styles.mark} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="9" />
      <path d="M9 24V13.5a7 7 0 0 1 14 0V24M16 24v-7.5" />
    </svg>
  );
}
