/** The actions that were taken last by way of the palette, on this device. */
import * as z from 'zod/mini';

const SLOT = 'attest.recent-actions';
const MOST = 5;
const stored = z.array(z.string());

export function recentActions(): readonly string[] {
  try {
    return stored.safeParse(JSON.parse(localStorage.getItem(SLOT) ?? '')).data ?? [];
  } catch {
    return [];
  }
}

export function rememberAction(id: string): void {
  const recent = [id, ...recentActions().filter((each) => each !== id)].slice(0, MOST);
  try {
    localStorage.setItem(SLOT, JSON.stringify(recent));
  } catch {
    // A browser that keeps nothing shows the list as it is.
  }
}
