import type { Tone } from './Badge';
import { cx } from './cx';
import styles from './Figures.module.css';

export interface FiguresProps {
  /** Numbers, ready to show, and what each counts. */
  items: readonly { value: string; name: string; tone?: Tone }[];
}

/** A few numbers that matter, beside each other. */
export function Figures({ items }: FiguresProps) {
  return (
    <dl className={styles.figures}>
      {items.map(({ value, name, tone }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={cx(tone && styles[tone])}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
