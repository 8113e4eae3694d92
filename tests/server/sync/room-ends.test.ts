/** What is asked of a room while it ends is answered, and never done behind the back of the next one. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Claim } from '../../../domain/record/claim.ts';
import { RefusedError } from '../../../server/refused-error.ts';
import { type Office, openOffice } from './office.ts';

function addSource(office: Office, id: string) {
  const participant = { id: office.person('ana'), name: 'ana', owner: false, cap: null };
  return office.rooms.command(office.document, participant, {
    commandId: id,
    name: 'source.add',
    args: { sourceId: id, source: { title: 'A paper' } },
  });
}

const idOf = (number: number): string => `s${String(number).padStart(20, '0')}`;

test('a copy that a closing room can no longer give is refused', async () => {
  await using office = await openOffice({ ana: 'lead' });
  await office.rooms.open(office.document);
  const copy = office.rooms.copy(office.document).catch((error: unknown) => error);
  await Promise.resolve();
  await Promise.resolve();
  await office.rooms.shut(office.document, 'Closed.');
  const given = await Promise.race([copy, new Promise((done) => setTimeout(done, 3000, 'none'))]);
  expect(given).toBeInstanceOf(RefusedError);
});

test('a command whose room closes while it waits is either in the next one or refused', async () => {
  await using office = await openOffice({ ana: 'lead' });
  const outcomes = new Set<boolean>();
  for (let round = 0; round < 60; round++) {
    await office.rooms.open(office.document);
    const answer = addSource(office, idOf(round));
    for (let wait = 0; wait < round % 6; wait++) await turn();
    void office.rooms.shut(office.document, 'Closed.');
    await office.rooms.open(office.document);
    const done = 'seq' in (await answer);
    outcomes.add(done);
    const { live } = await office.rooms.copy(office.document);
    expect(live.state.sources.has(idOf(round)), `round ${round}`).toBe(done);
  }
  // Both happened, or the rounds show nothing.
  expect([...outcomes].toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
});

test('a clock that went back between two starts takes no entry back with it', async () => {
  let now = 2_000_000_000_000;
  await using office = await openOffice({ ana: 'lead' }, { now: () => now });
  await addSource(office, idOf(1));
  await office.rooms.shut(office.document, 'Closed.');
  now -= 86_400_000;
  await addSource(office, idOf(2));
  const { live } = await office.rooms.copy(office.document);
  const [first, second] = [live.state.sources.get(idOf(1)), live.state.sources.get(idOf(2))];
  expect(second?.createdAt).toBeGreaterThan(first?.createdAt ?? Infinity);
});

test('a command that would count a number past its limit is refused and ends no room', async () => {
  const claim = 'c'.repeat(21);
  await using office = await openOffice({ ana: 'lead' });
  const room = await office.rooms.open(office.document);
  const record: Claim = {
    id: claim,
    number: Number.MAX_SAFE_INTEGER,
    version: 1,
    quote: { exact: 'rate', prefix: '', suffix: '' },
    keptAgainst: null,
    raised: null,
    mergedInto: null,
    splitInto: [],
    partOf: null,
    position: { start: 4, end: 8 },
    checks: 'content',
    restatement: '',
    short: '',
    claimant: '',
    chain: [],
    date: null,
    place: '',
    type: null,
    likelihood: null,
    tags: [],
    priority: 'normal',
    assignees: [],
    twin: null,
    policy: null,
    withdrawn: null,
    createdAt: 1,
    createdBy: 0,
    modifiedAt: 1,
    modifiedBy: 0,
  };
  // As an import may bring it.
  room.live.change(() => room.live.put([{ root: 'claims', key: claim, value: record }]));
  const participant = { id: office.person('ana'), name: 'ana', owner: false, cap: null };
  const answer = await Promise.race([
    office.rooms.command(office.document, participant, {
      commandId: idOf(1),
      name: 'claim.mark',
      args: {
        claimId: 'd'.repeat(21),
        place: { start: '', end: '', quote: 'fell in May', block: 0 },
        checks: 'content',
      },
    }),
    new Promise((done) => setTimeout(done, 3000, 'none')),
  ]);
  expect(answer).toMatchObject({ code: 'conflict' });
  expect(await office.rooms.open(office.document)).toBe(room);
});
