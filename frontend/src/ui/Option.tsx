import { Check, type LucideIcon } from 'lucide-react';
import { ListBoxItem, Text } from 'react-aria-components';
import styles from './Popover.module.css';

/** One choice of a Select, ComboBox or TagPicker. */
export interface Option {
  id: string;
  name: string;
  /** A second, quieter line. */
  description?: string;
  icon?: LucideIcon;
  isDisabled?: boolean;
  /** Why it is disabled, in words; stands in place of the description. */
  reason?: string;
}

export function OptionItem({ option, hideCheck }: { option: Option; hideCheck?: boolean }) {
  const Icon = option.icon;
  const second = (option.isDisabled && option.reason) || option.description;
  return (
    <ListBoxItem id={option.id} textValue={option.name} isDisabled={option.isDisabled} className={styles.item}>
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span className={styles.text}>
        <Text slot="label">{option.name}</Text>
        {second && (
          <Text slot="description" elementType="small">
            {second}
          </Text>
        )}
      </span>
      {!hideCheck && <Check aria-hidden className={styles.check} strokeWidth={1.8} />}
    </ListBoxItem>
  );
}
