import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import { cx } from '../cx';
import { type FieldProps, FieldShell, fieldStyles } from '../Field';
import type { Option } from '../Option';
import { RemovableTag } from '../Tag';
import { isSameName, matching, newId } from './matching';
import { Suggestions } from './Suggestions';
import place from './Suggestions.module.css';
import styles from './TagPicker.module.css';
import { useCombo } from './useCombo';

/** One picked thing. `isNew` was typed and does not exist yet; its id is the name. */
export interface Picked {
  id: string;
  name: string;
  isNew?: boolean;
}

export interface TagPickerProps extends FieldProps {
  options: readonly Option[];
  value: readonly Picked[];
  onChange: (value: Picked[]) => void;
  onBlur?: () => void;
  /** Asks for other options while typing; without it they are filtered here. */
  onSearch?: (text: string) => void;
  isLoading?: boolean;
  placeholder?: string;
  /** What the entry for an unknown name reads; without it only known ones can be picked. Usually `Add "…"`. */
  createLabel?: (name: string) => string;
  ref?: Ref<HTMLInputElement>;
}

/** Several of many, found by typing and shown as tags; an unknown name can be added where `createLabel` is given. */
export function TagPicker(props: TagPickerProps) {
  const { options, value, onChange, onBlur, onSearch, isLoading, placeholder, createLabel, ref, name, ...field } =
    props;
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const isPicked = value.some((picked) => isSameName(picked.name, text));
  const items = matching({
    options: options.filter((option) => !value.some((picked) => picked.id === option.id)),
    text,
    isSearched: !!onSearch,
    isLoading,
    createLabel: isPicked ? undefined : createLabel,
  });

  function set(next: string) {
    setText(next);
    onSearch?.(next);
  }

  function pick(option: Option) {
    const typed = text.trim();
    const picked = option.id === newId ? { id: typed, name: typed, isNew: true } : { id: option.id, name: option.name };
    onChange([...value, picked]);
    set('');
  }

  const combo = useCombo({ items, text, isLoading, onChoose: pick, onLeave: onBlur });

  function remove(picked: Picked) {
    onChange(value.filter((each) => each.id !== picked.id));
    box.current?.querySelector('input')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Backspace' && !text && value.length > 0) onChange(value.slice(0, -1));
    else combo.inputProps.onKeyDown(event);
  }

  const { label, error, isDisabled } = field;
  return (
    <FieldShell {...field}>
      {(ids) => (
        <div {...combo.boxProps} className={place.anchor}>
          <div
            ref={box}
            className={cx(fieldStyles.box, styles.box, error && fieldStyles.invalid, isDisabled && fieldStyles.off)}
          >
            {value.length > 0 && (
              <ul className={styles.tags} aria-label={t`${label}: picked`}>
                {value.map((picked) => (
                  <RemovableTag key={picked.id} {...picked} onRemove={() => remove(picked)} />
                ))}
              </ul>
            )}
            <input
              {...ids}
              {...combo.inputProps}
              ref={ref}
              name={name}
              value={text}
              placeholder={value.length ? undefined : placeholder}
              disabled={isDisabled}
              onKeyDown={onKeyDown}
              onChange={(event) => {
                set(event.currentTarget.value);
                combo.onType(event.currentTarget.value);
              }}
              className={styles.input}
            />
          </div>
          {combo.isOpen && <Suggestions {...combo.listProps} label={label} isLoading={isLoading} />}
        </div>
      )}
    </FieldShell>
  );
}
