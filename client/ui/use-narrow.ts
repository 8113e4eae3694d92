/** Whether the window is narrower than so many px, and whether one touches it; now and whenever that changes. */
import { useCallback, useSyncExternalStore } from 'react';

/** Below this width of window the claim is a sheet over the text; in px, as in the style sheets. */
export const SHEET = 640;

export function useNarrow(below: number): boolean {
  return useMedia(`(max-width: ${below - 0.02}px)`);
}

/** Whether one points with a finger: a field that takes the focus brings a keyboard over the page then. */
export function useTouch(): boolean {
  return useMedia('(pointer: coarse)');
}

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
