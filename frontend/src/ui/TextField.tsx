import { Lock, type LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Group,
  Input,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldProps, fieldStyles as styles } from './Field';

export interface TextFieldProps
  extends
    FieldProps,
    Pick<
      AriaTextFieldProps,
      | 'type'
      | 'inputMode'
      | 'autoComplete'
      | 'maxLength'
      | 'isReadOnly'
      | 'autoFocus'
      | 'id'
      | 'onFocus'
      | 'onKeyDown'
      | 'spellCheck'
    > {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  icon?: LucideIcon;
  /** A control or a hint at the end, inside the border. */
  trailing?: ReactNode;
  /** Several lines; grows with its content. */
  multiline?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text, or several. What can't be changed is `isReadOnly`: it shows a lock and stays selectable. */
export function TextField({
  label,
  hideLabel,
  description,
  error,
  warning,
  placeholder,
  icon: Icon,
  trailing,
  multiline,
  ref,
  ...rest
}: TextFieldProps) {
  const Lead = rest.isReadOnly ? Lock : Icon;
  return (
    <AriaTextField {...rest} isInvalid={!!error} validationBehavior="aria" className={styles.field}>
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <Group
        className={cx(
          styles.box,
          error && styles.invalid,
          rest.isReadOnly && styles.still,
          rest.isDisabled && styles.off,
        )}
      >
        {Lead && <Lead aria-hidden strokeWidth={1.6} />}
        {multiline ? (
          <TextArea
            ref={ref as unknown as Ref<HTMLTextAreaElement>}
            placeholder={placeholder}
            className={cx(styles.input, styles.area)}
          />
        ) : (
          <Input ref={ref} placeholder={placeholder} className={styles.input} />
        )}
        {trailing}
      </Group>
      <FieldNotes description={description} error={error} warning={warning} />
    </AriaTextField>
  );
}
