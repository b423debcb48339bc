import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../IconButton';
import { cx } from '../cx';
import styles from './Window.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons; the primary one last. */
  footer?: ReactNode;
  size?: 'default' | 'wide';
  /** `alertdialog` asks before something that matters; it does not close on a press beside it. */
  role?: 'dialog' | 'alertdialog';
}

/** The window of a Dialog. */
export default function Window({ title, isOpen, onClose, children, footer, size, role = 'dialog' }: DialogProps) {
  const { t } = useLingui();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className={styles.veil}
    >
      <Modal className={cx(styles.modal, size === 'wide' && styles.wide)}>
        <AriaDialog role={role} className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {role === 'dialog' && <IconButton label={t`Close`} icon={X} size="small" onPress={onClose} />}
          </div>
          <div className={styles.content}>{children}</div>
          {footer && <div className={styles.foot}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface DrawerProps {
  /** Its accessible name. */
  label: string;
  isOpen: boolean;
  onClose: () => void;
  side?: 'start' | 'end';
  children: ReactNode;
}

/** The panel of a Drawer. */
export function Edge({ label, isOpen, onClose, side = 'end', children }: DrawerProps) {
  const { t } = useLingui();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={cx(styles.veil, styles.side, side === 'start' && styles.start)}
    >
      <Modal className={styles.drawer}>
        <AriaDialog aria-label={label} className={styles.dialog}>
          <div className={styles.close}>
            <IconButton label={t`Close`} icon={X} onPress={onClose} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
