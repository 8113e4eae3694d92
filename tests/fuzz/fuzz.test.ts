/** Hostile frames made of real ones, in a room where people go on working. A million: `npm run bench -- fuzz`. */
import { expect, test } from 'vitest';
import { seeded } from '../random.ts';
import { attackRooms } from './attack-room.ts';

const FRAMES = 4_000;

test(`${FRAMES} hostile frames change nothing that they may not, and disturb nobody`, async () => {
  const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
  const { broken, refusals, results } = await attackRooms(FRAMES, random);
  expect(broken, `seed ${random.seed}`).toEqual([]);
  // All kinds of answers were given, or the frames were not hostile enough.
  for (const code of ['bad-request', 'malformed-update', 'foreign-client', 'may-not-edit'])
    expect(refusals.get(code) ?? 0, code).toBeGreaterThan(0);
  expect(results.size).toBeGreaterThan(1);
}, 120_000);
