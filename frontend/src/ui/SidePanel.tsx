import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Avatar } from './Avatar';
import { IconButton } from './IconButton';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  title: string;
  /** A line under the title: state and role. */
  meta?: ReactNode;
  /** Whose initials stand before the title. */
  avatar?: string;
  onClose: () => void;
  /** Blocks of the panel; each child gets a hairline under it. */
  children: ReactNode;
}

/** A panel beside a list that leaves the list usable. Its title takes the focus; Escape closes it, and the caller returns the focus. */
export function SidePanel({ title, meta, avatar, onClose, children }: SidePanelProps) {
  const { t } = useLingui();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape bubbles up here from the controls inside
    <aside aria-labelledby={id} className={styles.panel} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        {avatar && <Avatar name={avatar} size="large" />}
        <div>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {meta && <div className={styles.meta}>{meta}</div>}
        </div>
        <IconButton label={t`Close`} icon={X} onPress={onClose} />
      </div>
      {children}
    </aside>
  );
}
