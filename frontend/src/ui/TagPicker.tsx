import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import { ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import { matching, newId } from './ComboBox';
import { cx } from './cx';
import { FieldLabel, FieldNotes } from './AriaField';
import { type FieldProps, fieldStyles } from './Field';
import { type Option, OptionItem } from './Option';
import popover from './Popover.module.css';
import { RemovableTag } from './Tag';
import styles from './TagPicker.module.css';

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
export function TagPicker({
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
}: TagPickerProps) {
  const { t } = useLingui();
  const group = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const left = options.filter((option) => !value.some((picked) => picked.id === option.id));
  const isPicked = value.some((picked) => picked.name.toLocaleLowerCase() === text.trim().toLocaleLowerCase());
  const items = matching(left, text, !!onSearch, isPicked ? undefined : createLabel);

  function type(next: string) {
    setText(next);
    onSearch?.(next);
  }

  function pick(id: string) {
    const name = text.trim();
    const option = options.find((each) => each.id === id);
    if (id === newId && name) onChange([...value, { id: name, name, isNew: true }]);
    else if (option) onChange([...value, { id: option.id, name: option.name }]);
    type('');
  }

  function remove(picked: Picked) {
    onChange(value.filter((each) => each.id !== picked.id));
    group.current?.querySelector('input')?.focus();
  }

  function takeBack(event: KeyboardEvent) {
    if (event.key === 'Backspace' && !text && value.length > 0) onChange(value.slice(0, -1));
  }

  return (
    <AriaComboBox
      {...rest}
      items={items}
      inputValue={text}
      onInputChange={type}
      value={null}
      onChange={(key) => key !== null && pick(String(key))}
      defaultFilter={() => true}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={!!error}
      validationBehavior="aria"
      className={fieldStyles.field}
    >
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <Group
        ref={group}
        className={cx(fieldStyles.box, styles.box, error && fieldStyles.invalid, rest.isDisabled && fieldStyles.off)}
      >
        {value.length > 0 && (
          <ul className={styles.tags} aria-label={t`${label}: picked`}>
            {value.map((picked) => (
              <RemovableTag key={picked.id} {...picked} onRemove={() => remove(picked)} />
            ))}
          </ul>
        )}
        <Input
          ref={ref}
          placeholder={value.length ? undefined : placeholder}
          className={styles.input}
          onKeyDown={takeBack}
        />
      </Group>
      <FieldNotes description={description} error={error} warning={warning} />
      <Popover offset={4} className={popover.popover}>
        <ListBox<Option>
          className={popover.list}
          renderEmptyState={() => <p className={popover.none}>{isLoading ? t`Searching…` : t`Nothing found.`}</p>}
        >
          {(option) => <OptionItem option={option} hideCheck />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
