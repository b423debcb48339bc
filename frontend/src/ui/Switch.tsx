import { type ReactNode, type Ref, useId } from 'react';
import styles from './Choice.module.css';
import { cx } from './cx';
import { NoteLines } from './Field';

export interface SwitchProps {
  label: ReactNode;
  description?: ReactNode;
  error?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  onBlur?: () => void;
  name?: string;
  isDisabled?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** On or off, read as a state rather than as an answer. */
export function Switch({ label, description, error, value, onChange, isDisabled, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <div>
      <label className={cx(styles.choice, isDisabled && styles.off)}>
        <input
          {...rest}
          type="checkbox"
          role="switch"
          checked={value}
          disabled={isDisabled}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-describedby={description || error ? id : undefined}
          className={styles.track}
        />
        <span className={styles.words}>{label}</span>
      </label>
      <NoteLines id={id} description={description} error={error} />
    </div>
  );
}
