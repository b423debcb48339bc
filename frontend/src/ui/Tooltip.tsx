import { cloneElement, lazy, type ReactElement, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useOpened } from './overlays/useOpened';
import styles from './Tooltip.module.css';

const Bubble = lazy(() => import('./overlays/Bubble'));

/** How long somebody points before the words appear, in milliseconds. */
const patience = 500;

export interface TooltipProps {
  content: string;
  /** The content is the trigger's own name already, so it is not read again as its description. */
  isLabel?: boolean;
  /** One focusable control of the kit. */
  children: ReactElement<{ 'aria-describedby'?: string }>;
}

/** A short hint on hover and on keyboard focus; Escape takes it away. Never the only place where something is said. */
export function Tooltip({ content, isLabel, children }: TooltipProps) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const trigger = useRef<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);
  const isNeeded = useOpened(isOpen);
  useEffect(() => () => clearTimeout(timer.current), []);

  function open() {
    trigger.current = around.current?.firstElementChild ?? null;
    setOpen(true);
  }

  function close() {
    clearTimeout(timer.current);
    setOpen(false);
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- hears of the control inside; does nothing itself
    <span
      ref={around}
      className={styles.around}
      onPointerEnter={(event) => {
        if (event.pointerType !== 'touch') timer.current = setTimeout(open, patience);
      }}
      onPointerLeave={close}
      onPointerDown={close}
      onFocus={(event) => event.target.matches(':focus-visible') && open()}
      onBlur={close}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {isLabel ? children : cloneElement(children, { 'aria-describedby': id })}
      {!isLabel && (
        <span id={id} hidden>
          {content}
        </span>
      )}
      {isNeeded && (
        <Suspense>
          <Bubble triggerRef={trigger} isOpen={isOpen} onClose={close}>
            {content}
          </Bubble>
        </Suspense>
      )}
    </span>
  );
}
