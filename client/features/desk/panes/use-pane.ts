/** A side pane: its width and whether it is open, kept on this device; below a width of window it folds. */
import { useEffect, useState } from 'react';

export interface PaneShape {
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** In px of the window. */
  readonly foldsBelow: number;
}

export interface Pane extends PaneShape {
  readonly open: boolean;
  /** The window is too narrow for a column: the pane lies over the text. */
  readonly narrow: boolean;
  setWidth(width: number): void;
  toggle(): void;
}

export function usePane(name: string, shape: PaneShape): Pane {
  const key = `attest.pane.${name}`;
  const [width, setWidth] = useState(() => remembered(key) ?? shape.width);
  const [wide, setWide] = useState(true);
  const [over, setOver] = useState(false);
  const narrow = useNarrow(shape.foldsBelow);
  useEffect(() => {
    // Each time it turns narrow it starts folded.
    if (narrow) setOver(false);
  }, [narrow]);
  return {
    ...shape,
    width,
    narrow,
    open: narrow ? over : wide,
    setWidth(next) {
      setWidth(next);
      setWide(true);
      try {
        localStorage.setItem(key, String(next));
      } catch {
        // A browser that keeps nothing still has panes.
      }
    },
    toggle: () => (narrow ? setOver((shown) => !shown) : setWide((shown) => !shown)),
  };
}

function remembered(key: string): number | null {
  try {
    const width = Number(localStorage.getItem(key));
    return width > 0 ? width : null;
  } catch {
    return null;
  }
}

function useNarrow(below: number): boolean {
  const [narrow, setNarrow] = useState(() => window.innerWidth < below);
  useEffect(() => {
    const query = window.matchMedia(`(max-width: ${below - 0.02}px)`);
    const read = (): void => setNarrow(query.matches);
    read();
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }, [below]);
  return narrow;
}
