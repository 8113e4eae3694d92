/** What a killed server may lose: nothing that it acknowledged. A thousand rounds: `npm run bench -- crash`. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from '../random.ts';
import { derivedRows, halfApplied, missingOf, verified } from './found.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';
import { crashRounds } from './rounds.ts';

const ROUNDS = 10;

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(async () => {
  await newsroom.server.stop();
  await rm(newsroom.directory, { recursive: true, force: true });
});

test(`${ROUNDS} times killed at a random moment: nothing acknowledged is missing, nothing half done, pages come back and agree`, async () => {
  const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
  const seed = `seed ${random.seed}`;
  const { acknowledged, refused, handedBack, copies, fresh } = await crashRounds(newsroom, {
    rounds: ROUNDS,
    random,
  });
  expect(new Set(copies).size, seed).toBe(1);
  expect(refused, seed).toEqual([]);
  expect(handedBack, seed).toBe(0);
  // The test proves nothing where nothing was acknowledged.
  for (const each of Object.values(acknowledged)) expect(each.length, seed).toBeGreaterThan(0);
  await newsroom.server.stop();
  expect(await missingOf(newsroom, fresh, acknowledged), seed).toEqual([]);
  expect(await halfApplied(newsroom, fresh), seed).toEqual([]);
  expect(await verified(newsroom), seed).toMatch(/1 document, 0 damaged/);
  const { kept, anew } = await derivedRows(newsroom);
  expect(kept, seed).toBe(anew);
}, 600_000);
