import { useSyncExternalStore } from 'react';

const key = 'portico.letters';
const listeners = new Set<() => void>();

function stored(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

let areOn = stored();

/** Whether a key that types a character does something by itself. Whoever dictates, or slips easily, switches it off. */
export const lettersAreOn = (): boolean => areOn;

/** Switches them on or off, and remembers it on this device. */
export function switchLetters(on: boolean): void {
  areOn = on;
  listeners.forEach((listener) => listener());
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Storage may be blocked; the choice then lasts as long as the page.
  }
}

export function useLetters(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, lettersAreOn);
}

/** Where a letter is text, or a window or menu has keys of its own. */
const taken =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';

/** Says whether a key press is a single character that may do something: switched on, alone, and not typed somewhere. */
export function isLetter(event: KeyboardEvent): boolean {
  if (!areOn || event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return false;
  return !(event.target as Element | null)?.closest?.(taken);
}
