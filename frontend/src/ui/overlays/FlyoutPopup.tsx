import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import popover from '../Popover.module.css';
import styles from './FlyoutPopup.module.css';

/** Gives the focus to the first field, of radio buttons to the one that is on. */
function FocusFirst({ within }: { within: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const find = (selector: string) => within.current?.querySelector<HTMLElement>(selector);
    (find(':checked[type="radio"]') ?? find('input'))?.focus({ preventScroll: true });
  }, [within]);
  return null;
}

export interface FlyoutProps {
  /** Its accessible name. */
  label: string;
  /** What it opens at, and gives the focus back to. */
  at: HTMLElement;
  onClose: () => void;
  children: ReactNode;
}

/** What a Flyout opens. */
export default function FlyoutPopup({ label, at, onClose, children }: FlyoutProps) {
  const content = useRef<HTMLElement>(null);
  return (
    <Popover
      triggerRef={{ current: at }}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      offset={4}
      className={popover.popover}
    >
      <Dialog ref={content} aria-label={label} className={styles.content}>
        {children}
        <FocusFirst within={content} />
      </Dialog>
    </Popover>
  );
}
