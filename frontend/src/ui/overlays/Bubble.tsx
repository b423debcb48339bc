import type { ReactNode, RefObject } from 'react';
import { Tooltip } from 'react-aria-components';
import styles from './Bubble.module.css';

interface BubbleProps {
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The words of a Tooltip. Screen readers get them from the trigger itself. */
export default function Bubble({ triggerRef, isOpen, onClose, children }: BubbleProps) {
  return (
    <Tooltip
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      offset={6}
      aria-hidden
      className={styles.tooltip}
    >
      {children}
    </Tooltip>
  );
}
