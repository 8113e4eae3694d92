import { expect, test } from 'vitest';
import { ticksPerRow } from '../../../../client/features/desk/text/minimap-drawing.ts';
import type { ClaimPaint } from '../../../../client/editor/editor.ts';

const paint = (stage: ClaimPaint['stage'], hue: string | null): ClaimPaint => ({
  stage,
  hue,
  label: '',
});

test('ten thousand claims become as many rows as there are pixels for', () => {
  const ticks = Array.from({ length: 10_000 }, (_, at) => ({
    id: String(at),
    at: at / 10_000,
    paint: paint('settled', at % 4 === 0 ? 'false' : 'true'),
  }));
  const rows = ticksPerRow(ticks, 600);
  expect(rows.size).toBe(200);
  const counts = [...rows.values()].flatMap((row) => [...row.values()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10_000);
  expect([...(rows.get(7) ?? [])].map(([colour]) => colour).sort()).toEqual(['false', 'true']);
});

test('a disputed claim has no rating’s colour, and one without a ruling none', () => {
  const rows = ticksPerRow(
    [
      { id: 'a', at: 0, paint: paint('disputed', 'true') },
      { id: 'b', at: 0, paint: paint('open', null) },
      { id: 'c', at: 1, paint: paint('settled', 'half-true') },
    ],
    30,
  );
  expect([...(rows.get(0) ?? [])]).toEqual([
    ['disputed', 1],
    ['none', 1],
  ]);
  expect([...(rows.get(9) ?? [])]).toEqual([['half-true', 1]]);
});
