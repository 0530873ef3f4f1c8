// Runs before the first paint, so that a chosen theme never flashes. The key and the values are those of src/theme/theme.ts.
try {
  const chosen = localStorage.getItem('fluxion.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden: then the theme follows the system.
}
