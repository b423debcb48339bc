import { useLingui } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import { type Ref, useState } from 'react';
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import { cx } from './cx';
import { FieldLabel, FieldNotes } from './AriaField';
import { type FieldProps, fieldStyles as styles } from './Field';
import { type Option, OptionItem } from './Option';
import popover from './Popover.module.css';
import { Spinner } from './Spinner';

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

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The options that hold the text, ignoring case and accents; plus the entry that adds an unknown name. */
export function matching(
  options: readonly Option[],
  text: string,
  isSearched: boolean,
  createLabel?: (name: string) => string,
) {
  const name = text.trim();
  const found = isSearched ? [...options] : options.filter((option) => fold(option.name).includes(fold(name)));
  const isKnown = options.some((option) => fold(option.name) === fold(name));
  if (createLabel && name && !isKnown) found.push({ id: newId, name: createLabel(name) });
  return found;
}

/** Stands in the list for "add what was typed". */
export const newId = '+';

/** One choice of many, found by typing. */
export function ComboBox({
  label,
  hideLabel,
  description,
  error,
  warning,
  options,
  value,
  onChange,
  onSearch,
  isLoading,
  placeholder,
  createLabel,
  ref,
  ...rest
}: ComboBoxProps) {
  const { t } = useLingui();
  const [text, setText] = useState(value?.name ?? '');
  const [shownFor, setShownFor] = useState(value);
  if (shownFor?.id !== value?.id || shownFor?.name !== value?.name) {
    setShownFor(value);
    setText(value?.name ?? '');
  }

  const isUntouched = value !== null && text === value.name;
  const items = matching(options, isUntouched ? '' : text, !!onSearch, isUntouched ? undefined : createLabel);

  function type(next: string) {
    setText(next);
    onSearch?.(next);
    if (!next) onChange(null);
  }

  function choose(id: string | null) {
    if (id === null) {
      // Left without a choice: an unknown name is kept where that is allowed, otherwise the last choice comes back.
      setText(value?.name ?? '');
      return;
    }
    const option = id === newId ? { id: '', name: text.trim() } : options.find((each) => each.id === id);
    if (!option) return;
    onChange(option);
    setText(option.name);
  }

  return (
    <AriaComboBox
      {...rest}
      items={items}
      inputValue={text}
      onInputChange={type}
      value={value?.id || null}
      onChange={(key) => choose(key === null ? null : String(key))}
      defaultFilter={() => true}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={!!error}
      validationBehavior="aria"
      className={styles.field}
    >
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <Group className={cx(styles.box, error && styles.invalid, rest.isDisabled && styles.off)}>
        <Input ref={ref} placeholder={placeholder} className={styles.input} />
        {isLoading && <Spinner />}
        <Button className={styles.inset}>
          <ChevronDown aria-hidden size={16} strokeWidth={1.6} />
        </Button>
      </Group>
      <FieldNotes description={description} error={error} warning={warning} />
      <Popover offset={4} className={popover.popover}>
        <ListBox<Option>
          className={popover.list}
          renderEmptyState={() => <p className={popover.none}>{isLoading ? t`Searching…` : t`Nothing found.`}</p>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
