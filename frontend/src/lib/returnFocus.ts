/** How long the page may take to let go of the focus, in milliseconds: windows close, rows go. */
const patience = 3000;

/**
 * Gives the focus back to what opened a window, once it is free again; where that is gone with its row, to the row that
 * has taken its place.
 */
export function returnFocus(opener?: HTMLElement): void {
  const focus = () => {
    if (document.activeElement !== document.body) return;
    const next = opener?.isConnected
      ? opener
      : document.querySelector<HTMLElement>('[role="grid"] [data-index] [tabindex="0"]');
    next?.focus();
  };
  const observer = new MutationObserver(focus);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['inert', 'aria-hidden'] });
  setTimeout(() => observer.disconnect(), patience);
  focus();
}
