/**
 * The edge between two panes: drag it, or focus it and use the arrow keys,
 * Home and End; Enter or a double click folds the pane and brings it back.
 * It only reports widths; the page keeps and applies them.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './splitter.module.css';

export interface SplitterProps {
  label: string;
  /** The pane's width in px; 0 when folded. */
  value: number;
  min: number;
  max: number;
  /** On which side of the splitter the pane lies. */
  pane: 'left' | 'right';
  onChange(width: number): void;
  /** Folds the pane, or opens it at its last width. */
  onToggle(): void;
  /** The id of the pane. */
  controls: string;
  className?: string;
}

const STEP = 16;

export function Splitter({
  label,
  value,
  min,
  max,
  pane,
  onChange,
  onToggle,
  controls,
  className,
}: SplitterProps) {
  const drag = useRef<{ from: number; width: number } | null>(null);
  const direction = pane === 'left' ? 1 : -1;
  const clamp = (width: number): number => Math.round(Math.min(max, Math.max(min, width)));

  function press(event: KeyboardEvent): void {
    const widths: Record<string, number> = {
      ArrowRight: value + STEP * direction,
      ArrowLeft: value - STEP * direction,
      Home: min,
      End: max,
    };
    const width = widths[event.key];
    if (width !== undefined) onChange(clamp(width));
    else if (event.key === 'Enter') onToggle();
    else return;
    event.preventDefault();
  }

  function grab(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, width: value };
  }

  function move(event: PointerEvent): void {
    if (drag.current)
      onChange(clamp(drag.current.width + (event.clientX - drag.current.from) * direction));
  }

  const release = (): void => {
    drag.current = null;
  };

  return (
    // A focusable separator is a widget in ARIA: it has a value and takes keys.
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className={classes(styles.splitter, className)}
      onKeyDown={press}
      onPointerDown={grab}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={onToggle}
    />
  );
}
