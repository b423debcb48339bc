import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import type { Tone } from './Badge';
import { cx } from './cx';
import styles from './Note.module.css';

const icons = { ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert, info: Info, off: Info };

export interface NoteProps {
  tone: Tone;
  /** The sentence that matters. */
  title?: ReactNode;
  /** What else there is to know. */
  children?: ReactNode;
  actions?: ReactNode;
  /** `status` is read when it appears, `alert` at once; without it, only when come across. */
  role?: 'status' | 'alert';
  /** Can receive focus from code, so that it is read and scrolled to. */
  tabIndex?: -1;
  ref?: Ref<HTMLDivElement>;
}

/** A sentence about what happened or should be looked at, in its place on the page. */
export function Note({ tone, title, children, actions, ...rest }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div {...rest} className={cx(styles.note, styles[tone])}>
      <Icon aria-hidden strokeWidth={1.8} />
      <div>
        {title && <strong>{title}</strong>}
        {children && <div className={cx(!!title && styles.rest)}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
