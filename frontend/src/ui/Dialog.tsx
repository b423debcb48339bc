import { useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import { useOpened } from './overlays/useOpened';
import type { DialogProps } from './overlays/Window';

const Window = lazy(() => import('./overlays/Window'));

/** A window over the page. Focus goes in, stays in, and returns to the opener. */
export function Dialog(props: DialogProps) {
  return (
    useOpened(props.isOpen) && (
      <Suspense>
        <Window {...props} />
      </Suspense>
    )
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
  /** Runs once each time it opens, however often it is pressed; the dialog closes when it is done, and stays when it throws. */
  onConfirm: () => void | Promise<void>;
}

/** Asks before something that cannot be seen to be harmless. */
export function Confirm({ title, isOpen, onClose, children, confirmLabel, isDestructive, onConfirm }: ConfirmProps) {
  const { t } = useLingui();
  const [isPending, setPending] = useState(false);
  // A quick answer may come between the two clicks of a double one, while the window is on its way out.
  const isAnswered = useRef(false);
  useEffect(() => {
    if (isOpen) isAnswered.current = false;
  }, [isOpen]);

  async function confirm() {
    if (isAnswered.current) return;
    isAnswered.current = true;
    setPending(true);
    try {
      await onConfirm();
      onClose();
    } catch (thrown) {
      isAnswered.current = false;
      throw thrown;
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
