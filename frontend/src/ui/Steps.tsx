import { useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { cx } from './cx';
import styles from './Steps.module.css';

export interface StepsProps {
  /** Its accessible name. */
  label: string;
  steps: readonly string[];
  /** The index of the step that is on; those before it are done, all of them where it is behind the last. */
  current: number;
}

/** How far something of several steps is. */
export function Steps({ label, steps, current }: StepsProps) {
  const { t } = useLingui();
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? 'step' : undefined}
          className={cx(index < current && styles.done, index === current && styles.now)}
        >
          <span aria-hidden className={styles.sign}>
            {index < current ? <Check strokeWidth={2} /> : index + 1}
          </span>
          <span className={styles.name}>{step}</span>
          {index < current && <span className="visually-hidden">{t`(done)`}</span>}
        </li>
      ))}
    </ol>
  );
}
