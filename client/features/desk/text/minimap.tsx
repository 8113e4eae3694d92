/**
 * Where the claims stand in the whole text, at its right edge: a tick each, in
 * the colour of its ruling. For the eye and the mouse; everybody else has the list.
 */
import { type PointerEvent, useMemo } from 'react';
import type { ClaimPaint } from '../../../editor/editor.ts';
import { classes } from '../../../ui/classes.ts';
import { useDesk } from '../desk-context.ts';
import styles from './minimap.module.css';

/** Nearer than this to a tick counts as on it, in px. */
const NEAR = 8;

export function Minimap({ paints }: { paints: ReadonlyMap<string, ClaimPaint> }) {
  const { editor, order, current, open } = useDesk();
  const ticks = useMemo(
    () =>
      order.flatMap((id) => {
        const paint = paints.get(id);
        const at = paint ? (editor?.fraction(id) ?? null) : null;
        return paint && at !== null ? [{ id, at, paint }] : [];
      }),
    [editor, order, paints],
  );
  if (ticks.length === 0) return null;

  function go(event: PointerEvent<HTMLDivElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    const distance = ({ at }: { at: number }): number =>
      Math.abs(at * box.height - (event.clientY - box.top));
    const nearest = ticks.reduce((a, b) => (distance(b) < distance(a) ? b : a));
    if (distance(nearest) <= NEAR) open(nearest.id, 'list');
  }

  return (
    <div className={styles.map} aria-hidden="true" onPointerDown={go}>
      {ticks.map(({ id, at, paint }) => (
        <span
          key={id}
          className={classes(styles.tick, id === current && styles.current)}
          data-rating={paint.hue ?? undefined}
          data-stage={paint.stage}
          style={{ top: `${at * 100}%` }}
        />
      ))}
    </div>
  );
}
