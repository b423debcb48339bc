import { useLingui } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import type { Ref } from 'react';
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { cx } from './cx';
import { FieldLabel, FieldNotes } from './AriaField';
import { type FieldProps, fieldStyles } from './Field';
import { type Option, OptionItem } from './Option';
import popover from './Popover.module.css';
import styles from './Select.module.css';

export interface SelectProps extends FieldProps {
  options: readonly Option[];
  /** The id of the chosen option; null for none. */
  value: string | null;
  onChange: (id: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** One choice of a few that need no searching. Options can be disabled with their reason in words. */
export function Select({
  label,
  hideLabel,
  description,
  error,
  warning,
  options,
  value,
  onChange,
  placeholder,
  ref,
  ...rest
}: SelectProps) {
  const { t } = useLingui();
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={!!error}
      validationBehavior="aria"
      className={fieldStyles.field}
    >
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <Button
        ref={ref}
        className={cx(
          fieldStyles.box,
          styles.trigger,
          error && fieldStyles.invalid,
          rest.isDisabled && fieldStyles.off,
        )}
      >
        <SelectValue>
          {({ selectedText, isPlaceholder }) =>
            isPlaceholder ? <span className={styles.placeholder}>{placeholder ?? t`Choose`}</span> : selectedText
          }
        </SelectValue>
        <ChevronDown aria-hidden strokeWidth={1.6} />
      </Button>
      <FieldNotes description={description} error={error} warning={warning} />
      <Popover offset={4} className={popover.popover}>
        <ListBox items={options} className={popover.list}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
