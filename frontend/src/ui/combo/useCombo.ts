import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { Option } from '../Option';
import { isSameName } from './matching';

interface Options {
  items: readonly Option[];
  /** What is typed. */
  text: string;
  /** The items for it are on their way. */
  isLoading?: boolean;
  onChoose: (option: Option) => void;
  /** The focus went elsewhere. */
  onLeave?: () => void;
}

/**
 * What an input needs to be a combobox with a list under it, after the pattern of the ARIA Authoring Practices: the
 * focus stays in the input, arrows point at an entry, Enter chooses it, Escape closes. A choice closes the list too, so
 * that it covers nothing that comes next. Enter pressed before the search has answered takes what it answers.
 *
 * Not React Aria's, which hides the rest of the page from assistive technology while the list is open, although the
 * rest stays in the tab order.
 */
export function useCombo({ items, text, isLoading = false, onChoose, onLeave }: Options) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  // Undefined points at what is meant by the text: the entry of that name, or else the first.
  const [at, setAt] = useState<number | undefined>(-1);
  const meant = Math.max(
    0,
    items.findIndex((item) => isSameName(item.name, text)),
  );
  const active = isOpen ? items[Math.min(at ?? meant, items.length - 1)] : undefined;
  const [isDue, setDue] = useState(false);
  const entryId = (option: Option) => `${id}-${option.id}`;

  function open() {
    setOpen(true);
    setAt(-1);
  }

  function close() {
    setOpen(false);
    setDue(false);
  }

  function choose(option: Option) {
    if (option.isDisabled) return;
    onChoose(option);
    setAt(-1);
    close();
  }

  const takeMeant = useEffectEvent(() => {
    setDue(false);
    if (active) choose(active);
  });
  useEffect(() => {
    if (isDue && !isLoading) takeMeant();
  }, [isDue, isLoading]);

  function move(step: number) {
    if (!isOpen) return open();
    setDue(false);
    const count = items.length;
    const from = active ? items.indexOf(active) : -1;
    if (count > 0) setAt(from < 0 ? (step > 0 ? 0 : count - 1) : (from + step + count) % count);
  }

  const isEarly = isOpen && isLoading && at === undefined;

  function onKeyDown(event: KeyboardEvent) {
    const actions: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: isEarly ? () => setDue(true) : active && (() => choose(active)),
      Escape: isOpen ? close : undefined,
    };
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : actions[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function onBlur(event: FocusEvent) {
    if (box.current?.contains(event.relatedTarget)) return;
    close();
    onLeave?.();
  }

  return {
    isOpen,
    open,
    close,
    /** Typing points at the entry that is meant, so that Enter takes it. */
    onType: (next: string) => {
      setOpen(true);
      setDue(false);
      setAt(next.trim() ? undefined : -1);
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
