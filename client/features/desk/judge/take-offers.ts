/** The key does what the button in the pane does: both take the same. */
export function takeOffers(): boolean {
  const pane = document.getElementById('claim');
  const button = pane?.querySelector<HTMLElement>('[data-take-all], [data-take="sure"]');
  button?.click();
  return button !== null && button !== undefined;
}
