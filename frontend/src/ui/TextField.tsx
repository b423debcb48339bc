import { Lock, type LucideIcon } from 'lucide-react';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx';
import { type FieldProps, FieldShell, fieldStyles as styles } from './Field';

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'spellCheck' | 'autoCapitalize' | 'placeholder'
>;

export interface TextFieldProps extends FieldProps, Native {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  onFocus?: () => void;
  /** What can't be changed: shows a lock, can be selected and copied. */
  isReadOnly?: boolean;
  /** Takes the focus when it appears; for the first field of a dialog or of a page with one form. */
  autoFocus?: boolean;
  icon?: LucideIcon;
  /** A control or a hint at the end, inside the border. */
  trailing?: ReactNode;
  /** Several lines; grows with its content. */
  multiline?: boolean;
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** One line of text, or several. */
export function TextField({
  label,
  hideLabel,
  description,
  error,
  warning,
  isRequired,
  isDisabled,
  ...rest
}: TextFieldProps) {
  const { icon, trailing, multiline, isReadOnly, onChange, ...native } = rest;
  const Lead = isReadOnly ? Lock : icon;
  return (
    <FieldShell {...{ label, hideLabel, description, error, warning, isRequired }}>
      {(ids) => {
        const control = {
          ...native,
          ...ids,
          disabled: isDisabled,
          readOnly: isReadOnly,
          onChange: (event: { currentTarget: { value: string } }) => onChange?.(event.currentTarget.value),
        };
        return (
          <div
            className={cx(styles.box, error && styles.invalid, isReadOnly && styles.still, isDisabled && styles.off)}
          >
            {Lead && <Lead aria-hidden strokeWidth={1.6} />}
            {multiline ? (
              <textarea {...control} className={cx(styles.input, styles.area)} />
            ) : (
              <input {...control} className={styles.input} />
            )}
            {trailing}
          </div>
        );
      }}
    </FieldShell>
  );
}
