import { type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import styles from './Choice.module.css';
import { cx } from './cx';
import { NoteLines } from './Field';

export interface CheckboxProps {
  /** Its name. Where the name is not shown, as in a grid, say `hideLabel`. */
  label: ReactNode;
  hideLabel?: boolean;
  description?: ReactNode;
  error?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  onBlur?: () => void;
  name?: string;
  isDisabled?: boolean;
  /** Some, but not all, of what it stands for. */
  isIndeterminate?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** Yes or no that takes effect on saving. */
export function Checkbox(props: CheckboxProps) {
  const {
    label,
    hideLabel,
    description,
    error,
    value,
    onChange,
    isDisabled,
    isIndeterminate = false,
    ref,
    ...rest
  } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current!.indeterminate = isIndeterminate;
  }, [isIndeterminate]);
  return (
    <div>
      <label className={cx(styles.choice, hideLabel && styles.bare, isDisabled && styles.off)}>
        <input
          {...rest}
          type="checkbox"
          ref={(element) => {
            input.current = element;
            if (typeof ref === 'function') return ref(element);
            if (ref) ref.current = element;
          }}
          checked={value}
          disabled={isDisabled}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-invalid={error ? true : undefined}
          aria-describedby={description || error ? id : undefined}
          className={styles.mark}
        />
        <span className={cx(styles.words, hideLabel && 'visually-hidden')}>{label}</span>
      </label>
      <NoteLines id={id} description={description} error={error} />
    </div>
  );
}
