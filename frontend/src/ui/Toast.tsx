import { useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { PlainButton } from './PlainButton';
import styles from './Toast.module.css';

export interface Toast {
  message: ReactNode;
  tone?: 'ok' | 'bad';
  /** Takes it back; the toast then closes. */
  undo?: () => void | Promise<void>;
}

interface Shown extends Toast {
  id: number;
}

const lifetime = 10_000;
let toasts: readonly Shown[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Shown[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Says what was done, for ten seconds, wherever the viewer is by then. At most three are shown. */
export function showToast(toast: Toast): void {
  set([...toasts.slice(-2), { ...toast, id: ++lastId }]);
}

/** Takes all toasts away, for tests and for signing out. */
export function clearToasts(): void {
  set([]);
}

const close = (id: number) => set(toasts.filter((toast) => toast.id !== id));

function ToastItem({ toast, isPaused }: { toast: Shown; isPaused: boolean }) {
  const { t } = useLingui();
  const left = useRef(lifetime);
  useEffect(() => {
    if (isPaused) return;
    const since = Date.now();
    const timer = setTimeout(() => close(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= Date.now() - since;
    };
  }, [isPaused, toast.id]);
  const { undo } = toast;
  const Icon = toast.tone === 'bad' ? CircleAlert : CircleCheck;
  return (
    <div className={styles.toast}>
      <Icon aria-hidden strokeWidth={1.8} />
      <p>{toast.message}</p>
      {undo && (
        <PlainButton
          className={styles.action}
          onPress={() => {
            close(toast.id);
            void undo();
          }}
        >
          {t`Undo`}
        </PlainButton>
      )}
      <PlainButton className={styles.close} aria-label={t`Dismiss`} onPress={() => close(toast.id)}>
        <X aria-hidden size={14} strokeWidth={2} />
      </PlainButton>
    </div>
  );
}

/** Where toasts appear; once per page. Pointing at them or focusing one stops the clock. */
export function ToastRegion() {
  const { t } = useLingui();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
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
