import { useLingui } from '@lingui/react/macro';
import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from './Button';
import { cx } from './cx';
import { type FieldProps, NoteLines } from './Field';
import styles from './FileDrop.module.css';

export interface FileDropProps extends Pick<FieldProps, 'description' | 'error' | 'isDisabled'> {
  /** The words on its button. */
  label: string;
  /** Which files the browser's window offers: ".xlsx,.csv". */
  accept: string;
  onFile: (file: File) => void;
}

/** A place to drop one file on, with a button to pick it instead. */
export function FileDrop({ label, accept, onFile, isDisabled, error, description }: FileDropProps) {
  const { t } = useLingui();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !isDisabled) onFile(file);
  }

  return (
    // Whoever cannot drag has the button.
    <div
      role="presentation"
      className={cx(styles.drop, isOver && styles.over, error && styles.invalid)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp aria-hidden size={24} strokeWidth={1.4} />
      <Button variant="primary" isDisabled={isDisabled} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <small>{t`or drop it here`}</small>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file, mended, can be picked again.
          target.value = '';
          if (file) onFile(file);
        }}
      />
      <div className={styles.notes} role={error ? 'alert' : undefined}>
        <NoteLines id={id} error={error} description={description} />
      </div>
    </div>
  );
}
