/** How long the page may take to let go of the focus, in milliseconds: windows close, rows go. */
const patience = 3000;

/** Gives the focus to whoever is to have it whenever it is free. */
function whenFree(heir: () => HTMLElement | null | undefined): void {
  let holder = document.activeElement;
  const focus = () => {
    if (document.activeElement === document.body) heir()?.focus();
    holder = document.activeElement;
  };
  const observer = new MutationObserver(() => {
    // Whoever had it is gone: at once, before the window around it gives it to its first button.
    if (!holder?.isConnected) focus();
    // On its way from one place to the next the focus is nowhere for a moment, in which a tooltip may go.
    else setTimeout(focus);
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['inert', 'aria-hidden'] });
  setTimeout(() => observer.disconnect(), patience);
  // Whoever points elsewhere meanwhile has chosen.
  addEventListener('pointerdown', () => observer.disconnect(), { capture: true, once: true });
  focus();
}

/**
 * Gives the focus back to what opened a window, once it is free again; where that is gone with its row, to the row that
 * has taken its place.
 */
export function returnFocus(opener?: HTMLElement): void {
  whenFree(() =>
    opener?.isConnected ? opener : document.querySelector<HTMLElement>('[role="grid"] [data-index] [tabindex="0"]'),
  );
}

/**
 * Passes the focus on from a button that may take its row away, once that is gone: to the same button of the row after
 * it, else of the one before, else to the heading above. Buttons are the same that have the same `data-row-button`.
 */
export function passFocus(pressed: HTMLElement): void {
  const scope = pressed.closest<HTMLElement>('[role="dialog"], [role="alertdialog"], main') ?? document.body;
  const all = (selector: string) => [...scope.querySelectorAll<HTMLElement>(selector)];
  const alike = all(`[data-row-button="${pressed.dataset.rowButton}"]`);
  const at = alike.indexOf(pressed);
  const headings = all('h1, h2, h3').filter(
    (heading) => heading.compareDocumentPosition(pressed) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const heirs = [pressed, ...alike.slice(at + 1), ...alike.slice(0, at).reverse(), ...headings.reverse(), scope];
  whenFree(() => {
    const heir = heirs.find((each) => each.isConnected);
    if (heir && heir.tabIndex < 0) heir.tabIndex = -1;
    return heir;
  });
}
