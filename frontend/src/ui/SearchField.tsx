import { useLingui } from '@lingui/react/macro';
import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Group, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { cx } from './cx';
import { FieldLabel, fieldStyles as styles } from './Field';
import { Kbd } from './Kbd';

export interface SearchFieldProps {
  /** The accessible name; not shown. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  placeholder?: string;
  /** The key that focuses it, as a hint at the end. The screen binds the key. */
  shortcut?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A search box. Escape and its cross clear it. */
export function SearchField({ label, placeholder, shortcut, ref, ...rest }: SearchFieldProps) {
  const { t } = useLingui();
  return (
    <AriaSearchField {...rest} className={styles.field}>
      <FieldLabel label={label} hideLabel />
      <Group className={styles.box}>
        <Search aria-hidden strokeWidth={1.6} />
        <Input ref={ref} placeholder={placeholder} className={cx(styles.input)} />
        {rest.value ? (
          <Button className={styles.inset} aria-label={t`Clear search`}>
            <X aria-hidden size={16} strokeWidth={1.6} />
          </Button>
        ) : (
          shortcut && (
            <span className={styles.hintKey}>
              <Kbd>{shortcut}</Kbd>
            </span>
          )
        )}
      </Group>
    </AriaSearchField>
  );
}
