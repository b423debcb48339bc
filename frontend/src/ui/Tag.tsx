import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Tag as AriaTag } from 'react-aria-components';
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

/** A tag of a TagPicker, with its cross. */
export function RemovableTag({ id, name, isNew }: { id: string; name: string; isNew?: boolean }) {
  const { t } = useLingui();
  return (
    <AriaTag id={id} textValue={name} className={cx(styles.tag, styles.removable, isNew && styles.new)}>
      <span>
        {name}
        {isNew && <span className="visually-hidden"> {t`(new)`}</span>}
      </span>
      <Button slot="remove" className={styles.remove} aria-label={t`Remove ${name}`}>
        <X aria-hidden size={12} strokeWidth={2} />
      </Button>
    </AriaTag>
  );
}
