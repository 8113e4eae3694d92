/** Whether screen readers hear of every claim while they read the text, or of the open one alone; kept on this device. */
import { useSyncExternalStore } from 'react';

const SLOT = 'attest.announce-claims';
const listeners = new Set<() => void>();
let told: boolean | null = null;

export function tellsAllClaims(): boolean {
  try {
    told ??= localStorage.getItem(SLOT) === 'all';
  } catch {
    told ??= false;
  }
  return told;
}

export function setTellsAllClaims(all: boolean): void {
  told = all;
  try {
    localStorage.setItem(SLOT, all ? 'all' : 'open');
  } catch {
    // A browser that keeps nothing keeps it while the page is open.
  }
  for (const listener of listeners) listener();
}

export function useTellsAllClaims(): boolean {
  return useSyncExternalStore(subscribe, tellsAllClaims);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
