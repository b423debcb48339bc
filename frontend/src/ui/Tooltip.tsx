import { cloneElement, type ReactElement, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './Tooltip.module.css';

/** How long somebody points before the words appear, in milliseconds. */
const patience = 500;
const gap = 6;

export interface TooltipProps {
  content: string;
  /** The content is the trigger's own name already, so it is not read again as its description. */
  isLabel?: boolean;
  /** One focusable control of the kit. */
  children: ReactElement<{ 'aria-describedby'?: string }>;
}

/** Puts the words above their control, below it where there is no room, and never beyond the window. */
function place(words: HTMLElement, control: Element) {
  const at = control.getBoundingClientRect();
  const size = words.getBoundingClientRect();
  const left = at.left + at.width / 2 - size.width / 2;
  const above = at.top - size.height - gap;
  words.style.left = `${Math.max(gap, Math.min(left, innerWidth - size.width - gap))}px`;
  words.style.top = `${above < gap ? at.bottom + gap : above}px`;
}

/** A short hint on hover and on keyboard focus; Escape takes it away. Never the only place where something is said. */
export function Tooltip({ content, isLabel, children }: TooltipProps) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  useLayoutEffect(() => {
    const control = around.current?.firstElementChild;
    if (!isOpen || !words.current || !control) return;
    // The top layer: nothing that scrolls or clips can cut the words off.
    words.current.showPopover?.();
    place(words.current, control);
  }, [isOpen]);

  function close() {
    clearTimeout(timer.current);
    setOpen(false);
  }

  return (
    // It hears of the control inside; it does nothing itself.
    <span
      ref={around}
      role="presentation"
      className={styles.around}
      onPointerEnter={(event) => {
        if (event.pointerType !== 'touch') timer.current = setTimeout(() => setOpen(true), patience);
      }}
      onPointerLeave={close}
      onPointerDown={close}
      onFocus={(event) => event.target.matches(':focus-visible') && setOpen(true)}
      onBlur={close}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {isLabel ? children : cloneElement(children, { 'aria-describedby': id })}
      {!isLabel && (
        <span id={id} hidden>
          {content}
        </span>
      )}
      {isOpen && (
        <span ref={words} popover="manual" aria-hidden className={styles.words}>
          {content}
        </span>
      )}
    </span>
  );
}
