import { useLingui } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { cx } from '../cx';
import { type FieldProps, FieldShell, fieldStyles } from '../Field';
import type { Option } from '../Option';
import styles from './Select.module.css';
import { Suggestions } from './Suggestions';
import place from './Suggestions.module.css';
import { useTypeahead } from './useTypeahead';

export interface SelectProps extends FieldProps {
  options: readonly Option[];
  /** The id of the chosen option; null for none. */
  value: string | null;
  onChange: (id: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  ref?: Ref<HTMLButtonElement>;
}

/**
 * One choice of a few that need no searching. Options can be disabled with their reason in words, which the browser's
 * own select cannot show. After the select-only combobox of the ARIA Authoring Practices.
 */
export function Select({ options, value, onChange, onBlur, placeholder, ref, name, ...field }: SelectProps) {
  const { t } = useLingui();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const find = useTypeahead(options);
  const chosen = options.find((option) => option.id === value);
  const active = isOpen ? options[at] : undefined;
  const entryId = (option: Option) => `${id}-${option.id}`;

  function open() {
    setOpen(true);
    setAt(options.findIndex((option) => option.id === value));
  }

  function choose(option: Option | undefined) {
    if (option?.isDisabled) return;
    setOpen(false);
    if (option && option.id !== value) onChange(option.id);
  }

  function point(index: number) {
    if (!isOpen) setOpen(true);
    setAt(Math.max(0, Math.min(options.length - 1, index)));
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const press = isOpen ? () => choose(active) : open;
    const actions: Record<string, (() => void) | undefined> = {
      ArrowDown: isOpen ? () => point(at + 1) : open,
      ArrowUp: isOpen ? () => point(at - 1) : open,
      Home: () => point(0),
      End: () => point(options.length - 1),
      Enter: press,
      ' ': press,
      Escape: isOpen ? () => setOpen(false) : undefined,
    };
    const isLetter = key.length === 1 && key !== ' ';
    const act = isLetter ? () => point(Math.max(find(key), 0)) : actions[key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function leave(event: FocusEvent) {
    if (box.current?.contains(event.relatedTarget)) return;
    setOpen(false);
    onBlur?.();
  }

  return (
    <FieldShell {...field}>
      {(ids) => (
        // It only hears when the focus leaves the whole.
        <div ref={box} role="presentation" className={place.anchor} onBlur={leave}>
          <button
            {...ids}
            ref={ref}
            type="button"
            name={name}
            role="combobox"
            aria-haspopup="listbox"
            aria-expanded={isOpen}
            aria-controls={isOpen ? `${id}-list` : undefined}
            aria-activedescendant={active && entryId(active)}
            disabled={field.isDisabled}
            onClick={isOpen ? () => setOpen(false) : open}
            onKeyDown={onKeyDown}
            className={cx(
              fieldStyles.box,
              styles.trigger,
              field.error && fieldStyles.invalid,
              field.isDisabled && fieldStyles.off,
            )}
          >
            <span className={cx(!chosen && styles.placeholder)}>{chosen?.name ?? placeholder ?? t`Choose`}</span>
            <ChevronDown aria-hidden strokeWidth={1.6} />
          </button>
          {isOpen && (
            <Suggestions
              id={`${id}-list`}
              label={field.label}
              items={options}
              active={active}
              chosen={value ?? undefined}
              entryId={entryId}
              onChoose={choose}
            />
          )}
        </div>
      )}
    </FieldShell>
  );
}
