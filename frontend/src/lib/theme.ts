/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'portico.theme';

/** The stored choice; public/theme.js applies it before the first paint. */
export function storedTheme(): Theme {
  try {
    const theme = localStorage.getItem(key);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

/** Shows a theme and remembers it on this device. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage may be blocked; the choice then lasts as long as the page.
  }
}
