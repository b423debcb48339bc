import { cloneElement, type KeyboardEvent, lazy, type ReactElement, Suspense, useRef, useState } from 'react';
import type { MenuContent } from './overlays/MenuPopup';
import { useOpened } from './overlays/useOpened';
import type { PlainButtonProps } from './PlainButton';

const load = () => import('./overlays/MenuPopup');
const MenuPopup = lazy(load);

export interface MenuProps extends MenuContent {
  /** The Button, IconButton or PlainButton that opens it. */
  trigger: ReactElement<PlainButtonProps>;
  /** Called before it opens, for entries that depend on when that is. */
  onOpen?: () => void;
}

export interface MenuAtProps extends Omit<MenuProps, 'trigger' | 'onOpen'> {
  /** What it opens at, and gives the focus back to. */
  at: HTMLElement;
  onClose: () => void;
}

/** A menu that is open, for many things that share one: the rows of a list. */
export function MenuAt({ at, onClose, ...menu }: MenuAtProps) {
  return (
    <Suspense>
      <MenuPopup {...menu} triggerRef={{ current: at }} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} />
    </Suspense>
  );
}

/** A button's menu of things to do. What it opens is loaded when somebody points at the button, or opens it. */
export function Menu({ trigger, onOpen, ...menu }: MenuProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isNeeded = useOpened(isOpen);

  function open() {
    onOpen?.();
    setOpen(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    open();
  }

  return (
    <>
      {cloneElement(trigger, {
        ref,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        onPress: open,
        onKeyDown,
        onPointerEnter: () => void load(),
        onFocus: () => void load(),
      })}
      {isNeeded && (
        <Suspense>
          <MenuPopup {...menu} triggerRef={ref} isOpen={isOpen} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
