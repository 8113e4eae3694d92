import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../client/store/new-id.ts';
import { anchorRanges } from '../../../domain/anchor/set-anchor.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { firstText, type Office, openOffice } from '../../server/sync/office.ts';
import { until } from '../until.ts';
import { type Client, clientsOf, isSaved as saved, placeIn as place } from './real-clients.ts';

let office: Office;
let clients: ReturnType<typeof clientsOf>;

beforeEach(async () => {
  office = await openOffice({ Ada: 'lead', Bea: 'analyst', Vic: 'viewer' });
  clients = clientsOf(office);
});

afterEach(async () => {
  await clients.close();
  await office[Symbol.asyncDispose]();
});

const open = (name: string): Promise<Client> => clients.open(name);

describe('With the real server', () => {
  test('a claim on words just typed is marked after them, and everybody sees it', async () => {
    const [ada, bea] = [await open('Ada'), await open('Bea')];
    const text = firstText(ada.live.doc);
    text.insert(text.length, ' It');
    text.insert(text.length, ' fell');
    text.insert(text.length, ' again.');
    const claimId = newId();
    const { result } = ada.live.store.dispatch('claim.mark', {
      claimId,
      place: place(ada.live, 'It fell again.'),
      checks: 'content',
    });
    expect(await result).toMatchObject({ answer: { number: 1 }, done: 'Claim marked' });
    await until(() => bea.live.store.getState().claims.has(claimId), 'Bea sees the claim');
    expect(bea.live.store.getState().claims.get(claimId)?.quote.exact).toBe('It fell again.');
    expect([...anchorRanges(bea.live.text).keys()]).toEqual([claimId]);
    expect(bea.live.store.getState().people.get(office.person('Ada'))?.name).toBe('Ada');
    await until(() => saved(ada), 'all of it is saved');
  });

  test('an analyst’s attempt to write is refused, handed back, and undone on their own page', async () => {
    const [ada, bea] = [await open('Ada'), await open('Bea')];
    await until(() => saved(bea), 'Bea is in step');
    const text = firstText(bea.live.doc);
    text.insert(text.length, ' Bea was here.');
    await until(
      () => (bea.handle.getSnapshot().live?.generation ?? 0) > bea.live.generation,
      'her page started over',
    );
    const next = bea.handle.getSnapshot();
    expect(next.handedBack).toMatchObject([
      { kind: 'text', code: 'may-not-edit', words: 'Bea was here.' },
    ]);
    expect(firstText(next.live?.doc ?? bea.live.doc).toString()).toBe('The rate fell in May.');
    expect(firstText(ada.live.doc).toString()).toBe('The rate fell in May.');
    await until(() => saved(bea), 'her new page is in step');
  });

  test('a lock that comes while somebody types gives their last words back', async () => {
    const ada = await open('Ada');
    const other = await open('Ada');
    await until(() => saved(ada) && saved(other), 'both are in step');
    await other.live.store.dispatch('text.lock', {}).result;
    await until(() => ada.live.store.getState().settings.lock.locked, 'Ada sees the lock');
    firstText(ada.live.doc).insert(0, 'Too late. ');
    await until(
      () => (ada.handle.getSnapshot().live?.generation ?? 0) > ada.live.generation,
      'it started over',
    );
    expect(ada.handle.getSnapshot().handedBack).toMatchObject([
      { code: 'text-locked', words: 'Too late.' },
    ]);
  });

  test('a lowered role takes hold at once', async () => {
    const bea = await open('Bea');
    await office.setRole('Bea', 'viewer');
    await until(() => bea.live.store.me.role === 'viewer', 'Bea knows her new role');
    expect(
      bea.live.store.check('claim.mark', {
        claimId: newId(),
        place: place(bea.live, 'The rate'),
        checks: 'said',
      })?.code,
    ).toBe('not-allowed');
    await office.setRole('Bea', null);
    await until(() => bea.handle.getSnapshot().connection.kind === 'closed', 'Bea is out');
    expect(bea.handle.getSnapshot().connection).toMatchObject({ code: 'forbidden' });
  });

  test('what two people do offline meets when both are back', async () => {
    const [ada, bea] = [await open('Ada'), await open('Bea')];
    await until(() => saved(ada) && saved(bea), 'both are in step');
    const claimId = newId();
    ada.network.cut = true;
    bea.network.cut = true;
    const offline = ({ handle }: typeof ada): boolean =>
      handle.getSnapshot().connection.kind === 'offline';
    await until(() => offline(ada) && offline(bea), 'both notice');
    firstText(ada.live.doc).insert(0, 'Offline words. ');
    const marked = bea.live.store.dispatch('claim.mark', {
      claimId,
      place: place(bea.live, 'rate fell in May'),
      checks: 'said',
    });
    expect(bea.live.store.getState().claims.size).toBe(1);
    expect(bea.handle.getSnapshot().saved).toEqual({ kind: 'offline', changes: 1 });
    ada.network.cut = false;
    bea.network.cut = false;
    const result = await marked.result;
    expect(isRefusal(result)).toBe(false);
    await until(() => saved(ada) && saved(bea), 'both are saved');
    await until(() => ada.live.store.getState().claims.has(claimId), 'Ada has the claim');
    for (const { live } of [ada, bea]) {
      const [piece] = anchorRanges(live.text).get(claimId) ?? [];
      expect(new FragmentText(live.text).string).toContain('Offline words. The rate fell in May.');
      expect(piece).toMatchObject({
        index: 'Offline words. The '.length,
        length: 'rate fell in May'.length,
      });
    }
  });

  test('a viewer reads, and nothing that their page does by itself offends the server', async () => {
    const vic = await open('Vic');
    await until(() => saved(vic), 'Vic is in step');
    expect(vic.live.store.check('text.lock', {})?.code).toBe('not-allowed');
    const ada = await open('Ada');
    for (let i = 0; i < 10; i += 1) {
      const text = firstText(ada.live.doc);
      text.format(0, 3, { strong: {} });
      text.format(0, 3, { strong: null });
      text.insert(0, 'x');
    }
    await until(() => firstText(vic.live.doc).toString().startsWith('xxxxxxxxxx'), 'Vic sees it');
    await until(() => saved(vic), 'Vic is in step still');
    expect(vic.handle.getSnapshot().handedBack).toEqual([]);
  });
});
