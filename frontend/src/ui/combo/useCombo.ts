import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Option } from '../Option';

interface Options {
  items: readonly Option[];
  onChoose: (option: Option) => void;
  /** The focus went elsewhere. */
  onLeave?: () => void;
  /** The list stays open after a choice, for the next one. */
  isMultiple?: boolean;
}

/**
 * What an input needs to be a combobox with a list under it, after the pattern of the ARIA Authoring Practices: the
 * focus stays in the input, arrows point at an entry, Enter chooses it, Escape closes.
 *
 * Not React Aria's, which hides the rest of the page from assistive technology while the list is open, although the
 * rest stays in the tab order.
 */
export function useCombo({ items, onChoose, onLeave, isMultiple }: Options) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const active = isOpen ? items[Math.min(at, items.length - 1)] : undefined;
  const entryId = (option: Option) => `${id}-${option.id}`;

  function open() {
    setOpen(true);
    setAt(-1);
  }

  function choose(option: Option) {
    if (option.isDisabled) return;
    onChoose(option);
    setAt(-1);
    setOpen(!!isMultiple);
  }

  function move(step: number) {
    if (!isOpen) return open();
    const count = items.length;
    if (count > 0) setAt(at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count);
  }

  function onKeyDown(event: KeyboardEvent) {
    const actions: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: active && (() => choose(active)),
      Escape: isOpen ? () => setOpen(false) : undefined,
    };
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : actions[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function onBlur(event: FocusEvent) {
    if (box.current?.contains(event.relatedTarget)) return;
    setOpen(false);
    onLeave?.();
  }

  return {
    isOpen,
    open,
    close: () => setOpen(false),
    /** Typing points at the first entry, so that Enter takes it. */
    onType: (text: string) => {
      setOpen(true);
      setAt(text.trim() ? 0 : -1);
    },
    boxProps: { ref: box, onBlur },
    inputProps: {
      role: 'combobox',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}-list` : undefined,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active && entryId(active),
      autoComplete: 'off',
      spellCheck: false,
      onKeyDown,
      onClick: open,
    } as const,
    listProps: { id: `${id}-list`, items, active, entryId, onChoose: choose },
  };
}
