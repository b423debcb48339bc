import { useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useReducer, useRef, useState } from 'react';
import { PlainButton } from './PlainButton';
import styles from './Toast.module.css';
import { closeToast, isUndoable, type Said, undoToast, useToasts } from './toasts';

const lifetime = 10_000;

/** Renders again when the Undo expires, so that it is not offered any longer. */
export function useUndoable(toast: Said): boolean {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const expiresAt = toast.undo?.expiresAt;
  useEffect(() => {
    if (expiresAt === undefined || expiresAt <= Date.now()) return;
    const timer = setTimeout(again, expiresAt - Date.now());
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return isUndoable(toast);
}

function ToastItem({ toast, isPaused }: { toast: Said; isPaused: boolean }) {
  const { t } = useLingui();
  const canUndo = useUndoable(toast);
  const left = useRef(lifetime);
  useEffect(() => {
    if (isPaused) return;
    const since = Date.now();
    const timer = setTimeout(() => closeToast(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= Date.now() - since;
    };
  }, [isPaused, toast.id]);
  const Icon = toast.tone === 'bad' ? CircleAlert : CircleCheck;
  return (
    <div className={styles.toast}>
      <Icon aria-hidden strokeWidth={1.8} />
      <p>{toast.message}</p>
      {canUndo && (
        <PlainButton className={styles.action} onPress={() => undoToast(toast)}>
          {t`Undo`}
        </PlainButton>
      )}
      <PlainButton className={styles.close} aria-label={t`Dismiss`} onPress={() => closeToast(toast.id)}>
        <X aria-hidden size={14} strokeWidth={2} />
      </PlainButton>
    </div>
  );
}

/** Where toasts appear; once per page. Pointing at them or focusing one stops the clock. */
export function ToastRegion() {
  const { t } = useLingui();
  const shown = useToasts().filter(({ isShown }) => isShown);
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isPaused = shown.length > 0 && (isHovered || isFocused);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only stops the clock while somebody reads
    <div
      role="status"
      aria-label={t`Notifications`}
      className={styles.region}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {shown.map((toast) => (
        <ToastItem key={toast.id} toast={toast} isPaused={isPaused} />
      ))}
    </div>
  );
}
