import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './Button';
import { cx } from './cx';
import styles from './Dialog.module.css';

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

/** A window over the page. Focus goes in, stays in, and returns to the opener. */
export function Dialog({ title, isOpen, onClose, children, footer, size, role = 'dialog' }: DialogProps) {
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

export interface ConfirmProps {
  /** The question, in full: "Resend invite to ana@example.org?" */
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What follows from a yes: "The old link stops working." */
  children?: ReactNode;
  /** The word on the button; **Confirm** unless said. */
  confirmLabel?: string;
  isDestructive?: boolean;
  /** Runs once however often it is pressed; the dialog closes when it is done, and stays when it throws. */
  onConfirm: () => void | Promise<void>;
}

/** Asks before something that cannot be seen to be harmless. */
export function Confirm({ title, isOpen, onClose, children, confirmLabel, isDestructive, onConfirm }: ConfirmProps) {
  const { t } = useLingui();
  const [isPending, setPending] = useState(false);

  async function confirm() {
    if (isPending) return;
    setPending(true);
    try {
      await onConfirm();
      onClose();
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button
            variant={isDestructive ? 'destroy' : 'primary'}
            isPending={isPending}
            onPress={() => void confirm()}
            autoFocus
          >
            {confirmLabel ?? t`Confirm`}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
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

/** A modal panel at the edge, for small screens: the rail at the start, a side panel at the end. */
export function Drawer({ label, isOpen, onClose, side = 'end', children }: DrawerProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={cx(styles.veil, styles.side, side === 'start' && styles.start)}
    >
      <Modal className={styles.drawer}>
        <AriaDialog aria-label={label} className={styles.dialog}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
