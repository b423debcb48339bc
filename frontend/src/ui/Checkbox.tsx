import { Check, CircleAlert, Minus } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './Choice.module.css';
import { cx } from './cx';
import { fieldStyles } from './Field';

export interface CheckboxProps {
  /** Its name. In a grid, where the name is not shown, say `hideLabel`. */
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
export function Checkbox({ label, hideLabel, description, error, value, ref, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div>
      <AriaCheckbox
        {...rest}
        inputRef={ref as never}
        isSelected={value}
        isInvalid={!!error}
        aria-describedby={description || error ? id : undefined}
        className={cx(styles.choice, hideLabel && styles.bare)}
      >
        <span className={styles.mark}>
          {rest.isIndeterminate ? (
            <Minus aria-hidden strokeWidth={3} />
          ) : (
            value && <Check aria-hidden strokeWidth={3} />
          )}
        </span>
        <span className={cx(styles.words, hideLabel && 'visually-hidden')}>{label}</span>
      </AriaCheckbox>
      {(description || error) && (
        <div id={id} className={cx(error ? fieldStyles.error : fieldStyles.description)}>
          {error && <CircleAlert aria-hidden strokeWidth={1.8} />}
          <span>{error ?? description}</span>
        </div>
      )}
    </div>
  );
}
