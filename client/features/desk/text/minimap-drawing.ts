/** Draws the minimap: a row for each few pixels, in which every colour has the share of its claims. */
import type { ClaimPaint } from '../../../editor/editor.ts';

export interface Tick {
  readonly id: string;
  /** 0 to 1: how far down the text. */
  readonly at: number;
  readonly paint: ClaimPaint;
}

/** How many claims of each colour begin in a row: a rating's hue, `disputed`, or `none` before there is a ruling. */
export type Row = ReadonlyMap<string, number>;

const ROW = 3;
const WIDTH = 8;

/** By row, from the top. */
export function ticksPerRow(ticks: readonly Tick[], height: number): ReadonlyMap<number, Row> {
  const rows = new Map<number, Map<string, number>>();
  const last = Math.max(0, Math.floor(height / ROW) - 1);
  for (const { at, paint } of ticks) {
    const row = Math.min(last, Math.floor((at * height) / ROW));
    const colour = paint.stage === 'disputed' ? 'disputed' : (paint.hue ?? 'none');
    const counts = rows.get(row) ?? new Map<string, number>();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
    rows.set(row, counts);
  }
  return rows;
}

export function drawMinimap(
  canvas: HTMLCanvasElement,
  rows: ReadonlyMap<number, Row>,
  height: number,
): void {
  const scale = window.devicePixelRatio || 1;
  canvas.width = WIDTH * scale;
  canvas.height = Math.max(1, height * scale);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  const colours = new Map<string, string>();
  for (const [row, counts] of rows) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    let left = 0;
    for (const [colour, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const known = colours.get(colour) ?? resolved(canvas, colour);
      colours.set(colour, known);
      context.fillStyle = known;
      const width = (WIDTH * count) / all;
      context.fillRect(left, row * ROW, width, ROW - (rows.has(row + 1) ? 0 : 0.5));
      left += width;
    }
  }
}

/** A token as the colour that it is in this theme: the canvas knows no variables. */
function resolved(canvas: HTMLCanvasElement, colour: string): string {
  const probe = document.createElement('span');
  probe.hidden = true;
  if (colour !== 'disputed' && colour !== 'none') probe.dataset['rating'] = colour;
  const token = { disputed: 'var(--ink)', none: 'var(--control)' }[colour] ?? 'var(--hue)';
  probe.style.color = token;
  canvas.parentElement?.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
