import { useLingui } from '@lingui/react/macro';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useRef } from 'react';
import { FieldShell, fieldStyles as styles } from './Field';
import { Kbd } from './Kbd';

export interface SearchFieldProps {
  /** The accessible name; not shown. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** The key that focuses it, as a hint at the end. The screen binds the key. */
  shortcut?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A search box. Escape and its cross clear it. */
export function SearchField({ label, value, onChange, placeholder, shortcut, ref }: SearchFieldProps) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);

  function clear() {
    onChange('');
    box.current?.querySelector('input')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !value) return;
    event.preventDefault();
    event.stopPropagation();
    clear();
  }

  return (
    <FieldShell label={label} hideLabel>
      {(ids) => (
        <div ref={box} className={styles.box}>
          <Search aria-hidden strokeWidth={1.6} />
          <input
            {...ids}
            ref={ref}
            type="search"
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            className={styles.input}
          />
          {value ? (
            <button type="button" className={styles.inset} aria-label={t`Clear search`} onClick={clear}>
              <X aria-hidden size={16} strokeWidth={1.6} />
            </button>
          ) : (
            shortcut && (
              <span aria-hidden className={styles.hintKey}>
                <Kbd>{shortcut}</Kbd>
              </span>
            )
          )}
        </div>
      )}
    </FieldShell>
  );
}
