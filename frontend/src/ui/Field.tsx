import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './Field.module.css';
import { cx } from './cx';

/** What every control with a label takes. `useField` of lib/forms fills value, onChange, onBlur, name, ref and error. */
export interface FieldProps {
  label: string;
  /** The label is read but not shown, where the place says it already. */
  hideLabel?: boolean;
  /** A hint under the control, tied to it by aria-describedby. */
  description?: ReactNode;
  /** Why it was refused. Marks the control invalid and stands under it in place of the hint. */
  error?: string;
  /** What to look at before saving; does not block. */
  warning?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  name?: string;
}

type LabelProps = Pick<FieldProps, 'label' | 'hideLabel' | 'isRequired'>;

/** The label inside a field of React Aria, which ties it to the control. */
export function FieldLabel({ label, hideLabel, isRequired }: LabelProps) {
  return (
    <Label className={cx(hideLabel ? 'visually-hidden' : styles.label)}>
      {label}
      {isRequired && (
        <span aria-hidden className={styles.required}>
          *
        </span>
      )}
    </Label>
  );
}

/** The lines under a control: its error, else its warning, and its hint. */
export function FieldNotes({ description, error, warning }: Pick<FieldProps, 'description' | 'error' | 'warning'>) {
  return (
    <>
      <FieldError className={styles.error}>
        <CircleAlert aria-hidden strokeWidth={1.8} />
        <span>{error}</span>
      </FieldError>
      {(description || (warning && !error)) && (
        <Text slot="description" className={warning && !error ? styles.warning : styles.description}>
          {warning && !error ? (
            <>
              <TriangleAlert aria-hidden strokeWidth={1.8} />
              <span>
                {warning} {description}
              </span>
            </>
          ) : (
            description
          )}
        </Text>
      )}
    </>
  );
}

export { styles as fieldStyles };
