// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mendUndo } from '../../../client/editor/mend-undo.ts';
import { Room, seeded, shown } from './room.ts';

const seeds = Array.from({ length: Number(process.env['GATE_SEEDS'] ?? 25) }, (_, i) => i + 1);
const STEPS = 300;

const open: Room[] = [];
afterEach(() => {
  for (const room of open.splice(0)) room.close();
});

/** Whatever is done to the text; every copy must end alike. */
function play(seed: number): Room {
  const room = new Room(seed);
  open.push(room);
  const random = seeded(seed);
  for (let step = 0; step < STEPS; step++) room.step(random);
  room.settle();
  expect(room.refused, `seed ${seed}`).toEqual([]);
  const copies = room.pages.map(({ doc }) => shown(doc));
  expect(copies, `seed ${seed}`).toEqual(copies.map(() => shown(room.doc)));
  return room;
}

describe('our own page', () => {
  let restore: () => void;
  beforeEach(() => {
    restore = mendUndo();
  });
  afterEach(() => restore());

  const totals = { accepted: 0, ignored: 0, undone: 0 };
  test.each(seeds)('is never refused, whatever is done to the text (seed %i)', (seed) => {
    const room = play(seed);
    expect(room.ambiguous, `seed ${seed}`).toBe(0);
    totals.accepted += room.accepted;
    totals.ignored += room.ignored;
    totals.undone += room.undone;
  });

  test('wrote, undid and tidied up enough for that to mean something', () => {
    expect(totals.accepted).toBeGreaterThan(25 * seeds.length);
    expect(totals.undone).toBeGreaterThan(10 * seeds.length);
    expect(totals.ignored).toBeGreaterThan(0);
  });
});

describe('a page with Yjs’ own undo', () => {
  const totals = { ambiguous: 0, undone: 0 };
  test.each(seeds)('is refused only where its undo is ambiguous (seed %i)', (seed) => {
    const room = play(seed);
    totals.ambiguous += room.ambiguous;
    totals.undone += room.undone;
  });

  test('which is rare', () => {
    expect(totals.ambiguous).toBeLessThan(totals.undone / 20);
  });
});
