// Runs before the first paint: the chosen theme, or the system's when none was chosen.
try {
  var theme = localStorage.getItem('portico.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch (e) {
  // Storage may be blocked; the system's theme is a good answer.
}
