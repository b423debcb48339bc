let typed = '';
let stop: (() => void) | undefined;

/** Keeps what is typed until the palette is there to take it: its code may still be on its way. */
export function catchKeys(): void {
  stop?.();
  typed = '';
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key.length === 1) typed += event.key;
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', onKey, { capture: true });
  stop = () => removeEventListener('keydown', onKey, { capture: true });
}

/** What was typed so far; from now on keys go where the focus is. */
export function takeKeys(): string {
  stop?.();
  stop = undefined;
  return typed;
}
