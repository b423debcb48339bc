import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { Ref } from 'react';
import styles from './FilterChip.module.css';
import { PlainButton } from './PlainButton';

export interface FilterChipProps {
  /** What is filtered by: "Role". */
  name: string;
  /** What is let through: "Member, Super User". */
  value: string;
  isOpen: boolean;
  /** Opens the editor at the chip. */
  onOpen: () => void;
  onRemove: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** A filter that is on: pressing it changes it, its cross takes it away. */
export function FilterChip({ name, value, isOpen, onOpen, onRemove, ref }: FilterChipProps) {
  const { t } = useLingui();
  return (
    <span data-shrinks className={styles.chip}>
      <PlainButton
        ref={ref}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={`${name}: ${value}`}
        className={styles.open}
        onPress={onOpen}
      >
        {name}: {value}
      </PlainButton>
      <PlainButton className={styles.remove} aria-label={t`Remove filter ${name}`} onPress={onRemove}>
        <X aria-hidden strokeWidth={2} />
      </PlainButton>
    </span>
  );
}
