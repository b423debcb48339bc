import { type ReactNode, type Ref, useId } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import styles from './Choice.module.css';
import { fieldStyles } from './Field';

export interface SwitchProps {
  label: ReactNode;
  description?: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
  onBlur?: () => void;
  name?: string;
  isDisabled?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** On or off, read as a state rather than as an answer. */
export function Switch({ label, description, value, ref, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <div>
      <AriaSwitch
        {...rest}
        inputRef={ref as never}
        isSelected={value}
        aria-describedby={description ? id : undefined}
        className={styles.choice}
      >
        <span className={styles.track} />
        <span className={styles.words}>{label}</span>
      </AriaSwitch>
      {description && (
        <div id={id} className={fieldStyles.description}>
          {description}
        </div>
      )}
    </div>
  );
}
