import { CircleAlert, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cx } from './cx';
import styles from './Field.module.css';

/** What every control with a label takes. `useField` of lib/forms fills value, onChange, onBlur, name, ref and error. */
export interface FieldProps {
  label: string;
  /** The label is read but not shown, where the place says it already. */
  hideLabel?: boolean;
  /** A hint under the control, tied to it by aria-describedby. */
  description?: ReactNode;
  /** Why it was refused. Marks the control invalid and is read with it. */
  error?: string;
  /** What to look at before saving; does not block. */
  warning?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  name?: string;
}

/** The star of what must be filled in, drawn by CSS so that the label's text is its name and nothing else. */
export function RequiredMark() {
  return <span aria-hidden className={styles.required} />;
}

/** The lines under a control: its error, else its warning; and its hint. */
export function NoteLines({
  id,
  description,
  error,
  warning,
}: Pick<FieldProps, 'description' | 'error' | 'warning'> & { id: string }) {
  const Icon = error ? CircleAlert : TriangleAlert;
  const first = error ?? warning;
  if (!first && !description) return null;
  return (
    <div id={id}>
      {first && (
        <div className={error ? styles.error : styles.warning}>
          <Icon aria-hidden strokeWidth={1.8} />
          <span>{first}</span>
        </div>
      )}
      {description && <div className={styles.description}>{description}</div>}
    </div>
  );
}

interface FieldShellProps extends FieldProps {
  /** Renders the control with the ids that tie it to its label and lines. */
  children: (ids: {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
    'aria-required'?: true;
  }) => ReactNode;
}

/** A label above a real input, and the lines under it. */
export function FieldShell({ label, hideLabel, isRequired, children, ...notes }: FieldShellProps) {
  const id = useId();
  const notesId = `${id}-notes`;
  const hasNotes = !!(notes.description || notes.error || notes.warning);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={cx(hideLabel ? 'visually-hidden' : styles.label)}>
        {label}
        {isRequired && <RequiredMark />}
      </label>
      {children({
        id,
        'aria-describedby': hasNotes ? notesId : undefined,
        'aria-invalid': notes.error ? true : undefined,
        'aria-required': isRequired ? true : undefined,
      })}
      <NoteLines id={notesId} {...notes} />
    </div>
  );
}

export { styles as fieldStyles };
