import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Tag.module.css';

/** A quiet label for one of several things, such as a group. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className={styles.tag}>
      <span>{children}</span>
    </span>
  );
}

interface RemovableTagProps {
  name: string;
  isNew?: boolean;
  onRemove: () => void;
}

/** A tag of a TagPicker, with its cross. */
export function RemovableTag({ name, isNew, onRemove }: RemovableTagProps) {
  const { t } = useLingui();
  return (
    <li className={cx(styles.tag, styles.removable, isNew && styles.new)}>
      <span>
        {name}
        {isNew && <span className="visually-hidden"> {t`(new)`}</span>}
      </span>
      <button type="button" className={styles.remove} aria-label={t`Remove ${name}`} onClick={onRemove}>
        <X aria-hidden size={12} strokeWidth={2} />
      </button>
    </li>
  );
}
