/** A side pane: its width and whether it is open, kept on this device; below a width of window it folds. */
import { useCallback, useMemo, useState } from 'react';
import { useNarrow } from '../../../ui/use-narrow.ts';

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
  show(open: boolean): void;
}

export function usePane(name: string, shape: PaneShape): Pane {
  const { width: usual, min, max, foldsBelow } = shape;
  const key = `attest.pane.${name}`;
  const narrow = useNarrow(foldsBelow);
  const [width, setWidth] = useState(() => clamped(remembered(key) ?? usual, min, max));
  const [wide, setWide] = useState(true);
  // Whenever the window turns narrow, the pane starts folded.
  const [over, setOver] = useState({ narrow, open: false });
  const open = narrow ? over.narrow && over.open : wide;

  const show = useCallback(
    (next: boolean) => (narrow ? setOver({ narrow, open: next }) : setWide(next)),
    [narrow],
  );
  if (over.narrow !== narrow) setOver({ narrow, open: false });

  return useMemo(
    () => ({
      width,
      min,
      max,
      foldsBelow,
      narrow,
      open,
      show,
      toggle: () => show(!open),
      setWidth(next) {
        setWidth(next);
        setWide(true);
        remember(key, next);
      },
    }),
    [width, min, max, foldsBelow, narrow, open, show, key],
  );
}

function clamped(width: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, width));
}

function remembered(key: string): number | null {
  try {
    const width = Number(localStorage.getItem(key));
    return width > 0 ? width : null;
  } catch {
    return null;
  }
}

function remember(key: string, width: number): void {
  try {
    localStorage.setItem(key, String(width));
  } catch {
    // A browser that keeps nothing still has panes.
  }
}
