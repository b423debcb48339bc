import { CircleAlert, TriangleAlert } from 'lucide-react';
import { FieldError, Label, Text } from 'react-aria-components';
import { cx } from './cx';
import { type FieldProps, fieldStyles as styles, RequiredMark } from './Field';

/** The label inside a field of React Aria, which ties it to the control. */
export function FieldLabel({ label, hideLabel, isRequired }: Pick<FieldProps, 'label' | 'hideLabel' | 'isRequired'>) {
  return (
    <Label className={cx(hideLabel ? 'visually-hidden' : styles.label)}>
      {label}
      {isRequired && <RequiredMark />}
    </Label>
  );
}

/** The lines under a control of React Aria: its error, else its warning; and its hint. */
export function FieldNotes({ description, error, warning }: Pick<FieldProps, 'description' | 'error' | 'warning'>) {
  const shown = error ? undefined : warning;
  return (
    <>
      <FieldError className={styles.error}>
        <CircleAlert aria-hidden strokeWidth={1.8} />
        <span>{error}</span>
      </FieldError>
      {(description || shown) && (
        <Text slot="description" elementType="div">
          {shown && (
            <div className={styles.warning}>
              <TriangleAlert aria-hidden strokeWidth={1.8} />
              <span>{shown}</span>
            </div>
          )}
          {description && <div className={styles.description}>{description}</div>}
        </Text>
      )}
    </>
  );
}
