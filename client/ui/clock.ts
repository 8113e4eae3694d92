/** The time for words such as "5 minutes ago": one timer for the page, a new value each half minute. */
import { useSyncExternalStore } from 'react';

const HALF_MINUTE = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    // The value is as old as the last reader; React looks again right after subscribing.
    now = Date.now();
    timer = setInterval(tick, HALF_MINUTE);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since the epoch, at most half a minute old. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
