import { expect, test } from 'vitest';
import { type Box, liftOver } from '../../../client/ui/kept-clear.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const message = box(400, 840, 300, 40);

test.each<[string, Box[], number]>([
  ['nothing is there', [], 0],
  ['what is there lies beside it', [box(710, 800, 200, 80)], 0],
  ['a foot lies under it', [box(300, 850, 500, 40)], 38],
  ['a foot is closer than the gap', [box(300, 884, 500, 10)], 4],
  ['a foot far above stays free anyway', [box(300, 700, 500, 40)], 0],
  [
    'over the first foot it would lie on the next',
    [box(300, 850, 500, 40), box(300, 790, 500, 30)],
    98,
  ],
  ['in whatever order they come', [box(300, 790, 500, 30), box(300, 850, 500, 40)], 98],
  ['between two feet there is room', [box(300, 850, 500, 40), box(300, 700, 500, 40)], 38],
  ['there is no room at all', [box(0, 0, 1000, 900)], 832],
])('%s', (_, clear, lift) => {
  expect(liftOver(message, clear, 8)).toBe(lift);
});
