// Runs before the first paint, so that a chosen theme never flashes: a module
// would come too late, and an inline script is forbidden. ui/theme.ts stores the choice.
try {
  const theme = localStorage.getItem('attest.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's preference holds.
}
