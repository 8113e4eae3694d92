/** Threads between two people, with the real server: whatever the order, both read the same talk at the same words. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LiveDocument } from '../../../client/store/document.ts';
import { newId } from '../../../client/store/new-id.ts';
import { anchorState } from '../../../domain/anchor/anchor-state.ts';
import { wordsOf } from '../../../domain/anchor/char-range.ts';
import { anchorRanges } from '../../../domain/anchor/set-anchor.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { threadsOf } from '../../../domain/talk/thread.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { type Random, seeded } from '../../random.ts';
import { firstText, type Office, openOffice } from '../../server/sync/office.ts';
import { until } from '../until.ts';
import { type Client, clientsOf, isSaved, placeIn } from './real-clients.ts';

let office: Office;
let clients: ReturnType<typeof clientsOf>;

beforeEach(async () => {
  office = await openOffice({ Ada: 'lead', Bea: 'analyst' });
  clients = clientsOf(office);
});
afterEach(async () => {
  await clients.close();
  await office[Symbol.asyncDispose]();
});

const talkOf = ({ live }: Client) => threadsOf(live.store.getState());

/** One thing that somebody may do to the talk as they see it now; its answer, once it is given. */
function act({ live }: Client, random: Random, claim: string): Promise<unknown> | null {
  const { store } = live;
  const threads = threadsOf(store.getState());
  const said = `Words ${random.int(0, 999)}`;
  const thread = threads.length > 0 ? random.pick(threads) : null;
  if (!thread || random.chance(0.25)) {
    const on = random.chance(0.5)
      ? {
          on: { kind: 'text' as const },
          place: placeIn(live, random.pick(['fell', 'rate', 'May'])),
        }
      : { on: { kind: 'claim' as const, claim } };
    return store.dispatch('comment.add', { commentId: newId(), ...on, comment: said }).result;
  }
  const threadId = thread.first.id;
  if (random.chance(0.45)) {
    const on = { kind: 'thread', thread: threadId } as const;
    return store.dispatch('comment.add', { commentId: newId(), on, comment: said }).result;
  }
  const { id: commentId, revision } = random.pick(thread.comments);
  const edit = { name: 'comment.edit', args: { commentId, revision, comment: said } } as const;
  const drop = { name: 'comment.delete', args: { commentId } } as const;
  const turn = {
    name: thread.resolved ? 'thread.reopen' : 'thread.resolve',
    args: { threadId, reason: said },
  } as const;
  const { name, args } = random.pick([edit, edit, drop, turn, turn]);
  return store.check(name, args) === null ? store.dispatch(name, args).result : null;
}

test.each([11, 12, 13, 14, 15])(
  'converge whatever the order and whoever is away meanwhile, and lose nothing that was accepted (seed %i)',
  async (seed) => {
    const random = seeded(seed);
    const both = [await clients.open('Ada'), await clients.open('Bea')] as const;
    const [ada, bea] = both;
    const claim = newId();
    await ada.live.store.dispatch('claim.mark', {
      claimId: claim,
      place: placeIn(ada.live, 'rate fell in May'),
      checks: 'content',
    }).result;
    await until(() => bea.live.store.getState().claims.has(claim), 'Bea has the claim');
    const answers: Promise<unknown>[] = [];
    for (let step = 0; step < 60; step += 1) {
      const client = random.pick(both);
      if (random.chance(0.06)) client.network.cut = !client.network.cut;
      const answer = act(client, random, claim);
      if (answer) answers.push(answer);
      // Sometimes both hear of each other between two steps, sometimes not.
      if (random.chance(0.3)) await new Promise((done) => setTimeout(done, random.int(0, 8)));
    }
    for (const client of both) if (client.network.cut) client.network.cut = false;
    const given = await Promise.all(answers);
    const accepted = given.filter((result) => !isRefusal(result as object | null)).length;
    await until(() => both.every(isSaved), 'both are saved');
    const talk = (): string[] => both.map((client) => JSON.stringify(talkOf(client)));
    await until(() => new Set(talk()).size === 1, `both read the same (seed ${seed})`);
    const room = await office.rooms.open(office.document);
    expect(JSON.stringify(threadsOf(room.live.state)), `seed ${seed}`).toBe(talk()[0]);
    // A newcomer reads it, too, and the test is about something.
    const late = await clients.open('Bea');
    expect(JSON.stringify(talkOf(late)), `seed ${seed}`).toBe(talk()[0]);
    expect(accepted).toBeGreaterThan(15);
  },
);

test('a thread on words goes with them through edits around, says that they changed, and that they are gone', async () => {
  const [ada, bea] = [await clients.open('Ada'), await clients.open('Bea')];
  const thread = newId();
  const quote = 'rate fell';
  await bea.live.store.dispatch('comment.add', {
    commentId: thread,
    on: { kind: 'text' },
    place: placeIn(bea.live, quote),
    comment: 'By how much?',
  }).result;
  await until(() => anchorRanges(ada.live.text).has(thread), 'Ada has the thread');
  const words = ({ text }: LiveDocument): string => wordsOf(anchorRanges(text).get(thread) ?? []);
  const state = ({ live }: Client): string => anchorState(words(live), quote);
  const everywhere = (expected: string) =>
    until(() => [ada, bea].every((client) => state(client) === expected), expected);

  const text = firstText(ada.live.doc);
  text.insert(0, 'Indeed: ');
  text.insert(text.length, ' Again.');
  await until(() => isSaved(ada) && firstText(bea.live.doc).length === text.length, 'Bea has it');
  expect([ada, bea].map(({ live }) => words(live))).toEqual([quote, quote]);

  const at = (found: string): number => new FragmentText(ada.live.text).string.indexOf(found);
  text.insert(at(' fell'), ' hardly');
  await everywhere('changed');
  text.delete(at('rate'), 'rate hardly fell'.length);
  await everywhere('removed');
  const kept = bea.live.store.getState().comments.get(thread);
  expect(kept?.anchor?.quote.exact).toBe(quote);
});
