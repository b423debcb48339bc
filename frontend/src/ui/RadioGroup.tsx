import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import styles from './Choice.module.css';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldProps, fieldStyles } from './Field';
import type { Option } from './Option';

export interface RadioGroupProps extends FieldProps {
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  onBlur?: () => void;
}

/** One of two to five, all in sight, each with a line of explanation if it needs one. */
export function RadioGroup({ label, hideLabel, description, error, warning, options, ...rest }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...rest} isInvalid={!!error} validationBehavior="aria" className={fieldStyles.field}>
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <div className={styles.group}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.isDisabled} className={styles.choice}>
            <span className={cx(styles.mark, styles.radio)} />
            <span className={styles.words}>
              {option.name}
              {(option.reason ?? option.description) && (
                <small>{(option.isDisabled && option.reason) || option.description}</small>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} error={error} warning={warning} />
    </AriaRadioGroup>
  );
}
