/** A comment that was acknowledged has rung: its notification is there after the server was killed, once. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { placeOf } from '../../domain/anchor/locate.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import { seeded } from '../random.ts';
import { fillText } from '../server/sync/office.ts';
import { until } from '../until.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const ROUNDS = 8;
/** Fewer than somebody may say in a minute, all rounds together. */
const A_ROUND = 7;

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(async () => {
  await newsroom.server.stop();
  await rm(newsroom.directory, { recursive: true, force: true });
});

/** The owner's claim, on the only words there are. */
async function claimOfOwner(): Promise<string> {
  const client = await newsroom.writer();
  client.edit((doc) => fillText(doc, ['The rate fell in May.']));
  await until('the words are kept', () => client.acked > 0);
  const fragment: Y.XmlFragment = client.doc.getXmlFragment('text');
  const place = placeOf(new FragmentText(fragment), { start: 0, end: 'The rate fell'.length });
  const claimId = 'claim'.padEnd(21, '_');
  client.command('mark'.padEnd(21, '_'), 'claim.mark', { claimId, place, checks: 'content' });
  await until('the claim is marked', () => client.all('result').length > 0);
  client.close();
  return claimId;
}

test(`${ROUNDS} times killed while somebody comments: whatever was acknowledged has rung, once`, async () => {
  const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
  const claim = await claimOfOwner();
  const ben = await newsroom.member('ben', 'analyst');
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // The document is open: a cold start alone would outlast the moments below.
    await ben('POST', `/documents/${newsroom.document}/session`);
    const ids = Array.from({ length: A_ROUND }, (_, at) => `r${round}c${at}`.padEnd(21, '_'));
    const saying = ids.map(async (commentId) => {
      await new Promise((done) => setTimeout(done, random.int(0, 60)));
      await ben('POST', `/documents/${newsroom.document}/commands`, {
        commandId: `x${commentId}`.slice(0, 21),
        name: 'comment.add',
        args: { commentId, on: { kind: 'claim', claim }, comment: 'Really?' },
      }).then(
        () => acknowledged.push(commentId),
        (error: unknown) => {
          // Killed before it answered: a refusal would be another thing.
          if (!(error instanceof TypeError)) throw error;
        },
      );
    });
    // On a busy machine nothing is answered in so short a time: every other round waits for one that is.
    if (round % 2 === 1) await Promise.race(saying);
    await new Promise((done) => setTimeout(done, random.int(5, 80)));
    await newsroom.crash();
    await Promise.all(saying);
  }
  const bell = await newsroom.owner('GET', '/me/notifications?limit=100');
  const told = (bell['notifications'] as { kind: string; thread: string; count: number }[]).filter(
    ({ kind }) => kind === 'comment',
  );
  const threads = new Set(told.map(({ thread }) => thread));
  expect(
    acknowledged.filter((id) => !threads.has(id)),
    `seed ${random.seed}`,
  ).toEqual([]);
  expect(told.every(({ count }) => count === 1)).toBe(true);
  expect(told).toHaveLength(threads.size);
  // The test proves nothing where nothing was acknowledged.
  expect(acknowledged.length).toBeGreaterThan(0);
}, 300_000);
