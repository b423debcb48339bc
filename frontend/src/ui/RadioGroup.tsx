import { type Ref, useId } from 'react';
import styles from './Choice.module.css';
import { cx } from './cx';
import { type FieldProps, fieldStyles, NoteLines, RequiredMark } from './Field';
import type { Option } from './Option';

export interface RadioGroupProps extends FieldProps {
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** One of two to five, all in sight, each with a line of explanation if it needs one. */
export function RadioGroup({
  label,
  hideLabel,
  isRequired,
  isDisabled,
  options,
  value,
  onChange,
  ...rest
}: RadioGroupProps) {
  const { description, error, warning, onBlur, ref, name } = rest;
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={description || error || warning ? `${id}-notes` : undefined}>
      <legend className={cx(hideLabel ? 'visually-hidden' : fieldStyles.label)}>
        {label}
        {isRequired && <RequiredMark />}
      </legend>
      {options.map((option, index) => {
        const second = (option.isDisabled && option.reason) || option.description;
        return (
          <label key={option.id} className={cx(styles.choice, (isDisabled || option.isDisabled) && styles.off)}>
            <input
              type="radio"
              ref={index === 0 ? ref : undefined}
              name={name ?? id}
              value={option.id}
              checked={value === option.id}
              disabled={isDisabled || option.isDisabled}
              onChange={() => onChange(option.id)}
              onBlur={onBlur}
              aria-describedby={second ? `${id}-${option.id}` : undefined}
              className={cx(styles.mark, styles.radio)}
            />
            <span className={styles.words}>
              {option.name}
              {second && <small id={`${id}-${option.id}`}>{second}</small>}
            </span>
          </label>
        );
      })}
      <NoteLines id={`${id}-notes`} description={description} error={error} warning={warning} />
    </fieldset>
  );
}
