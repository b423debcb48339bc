import { useLingui } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import { type Ref, useState } from 'react';
import { cx } from '../cx';
import { type FieldProps, FieldShell, fieldStyles as styles } from '../Field';
import type { Option } from '../Option';
import { Spinner } from '../Spinner';
import { isSameName, matching, newId } from './matching';
import { Suggestions } from './Suggestions';
import place from './Suggestions.module.css';
import { useCombo } from './useCombo';

export interface ComboBoxProps extends FieldProps {
  /** The choices for the present input. With `onSearch` they are shown as they come, without it they are filtered here. */
  options: readonly Option[];
  /** The chosen option; null for none. */
  value: Option | null;
  onChange: (option: Option | null) => void;
  onBlur?: () => void;
  /** Asks for other options while typing. */
  onSearch?: (text: string) => void;
  isLoading?: boolean;
  placeholder?: string;
  /** An unknown name may be kept: the last entry then reads as this says, and `onChange` gets an option whose id is empty. */
  createLabel?: (name: string) => string;
  ref?: Ref<HTMLInputElement>;
}

/** One choice of many, found by typing. What is typed and not chosen goes away on leaving, unless it names an option. */
export function ComboBox(props: ComboBoxProps) {
  const { options, value, onChange, onBlur, onSearch, isLoading, placeholder, createLabel, ref, name, ...field } =
    props;
  const { t } = useLingui();
  const [text, setText] = useState(value?.name ?? '');
  const [shownFor, setShownFor] = useState(value);
  if (shownFor?.id !== value?.id || shownFor?.name !== value?.name) {
    setShownFor(value);
    setText(value?.name ?? '');
  }

  const isUntouched = value !== null && text === value.name;
  const items = matching({
    options,
    text: isUntouched ? '' : text,
    isSearched: !!onSearch,
    isLoading: isLoading && !isUntouched,
    createLabel: isUntouched ? undefined : createLabel,
  });

  function choose(option: Option) {
    const chosen = option.id === newId ? { id: '', name: text.trim() } : option;
    onChange(chosen);
    setText(chosen.name);
  }

  function leave() {
    const named = options.find((option) => !option.isDisabled && isSameName(option.name, text));
    if (text.trim() && named && !isUntouched) choose(named);
    else setText(value?.name ?? '');
    onBlur?.();
  }

  const combo = useCombo({ items, text, isLoading, onChoose: choose, onLeave: leave });

  function type(next: string) {
    setText(next);
    combo.onType(next);
    onSearch?.(next);
    if (!next) onChange(null);
  }

  return (
    <FieldShell {...field}>
      {(ids) => (
        <div {...combo.boxProps} className={place.anchor}>
          <div className={cx(styles.box, field.error && styles.invalid, field.isDisabled && styles.off)}>
            <input
              {...ids}
              {...combo.inputProps}
              ref={ref}
              name={name}
              value={text}
              placeholder={placeholder}
              disabled={field.isDisabled}
              onChange={(event) => type(event.currentTarget.value)}
              className={styles.input}
            />
            {isLoading && combo.isOpen && <Spinner />}
            <button
              type="button"
              tabIndex={-1}
              aria-label={t`Show suggestions`}
              disabled={field.isDisabled}
              onMouseDown={(event) => event.preventDefault()}
              onClick={combo.isOpen ? combo.close : combo.open}
              className={styles.inset}
            >
              <ChevronDown aria-hidden size={16} strokeWidth={1.6} />
            </button>
          </div>
          {combo.isOpen && (
            <Suggestions {...combo.listProps} label={field.label} chosen={value?.id} isLoading={isLoading} />
          )}
        </div>
      )}
    </FieldShell>
  );
}
