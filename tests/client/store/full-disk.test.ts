/** Pages whose server cannot save for a while: they say so, keep everything, and have it saved without anybody's help. */
import 'fake-indexeddb/auto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../client/store/new-id.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { firstText, openOffice } from '../../server/sync/office.ts';
import { smallDisks } from '../../small-disk.ts';
import { until } from '../until.ts';
import { type Client, clientsOf, isSaved, placeIn } from './real-clients.ts';

const kind = ({ handle }: Client): string => handle.getSnapshot().saved.kind;
const words = ({ handle }: Client): string => {
  const { live } = handle.getSnapshot();
  return live ? (new FragmentText(live.text).string.split('\n')[0] ?? '') : '';
};

describe.each(smallDisks)('$name', ({ make }) => {
  test('text and claims are kept, nothing is handed back, all is saved when it can be, and everybody has it', async () => {
    const disk = make();
    onTestFinished(() => disk.remove());
    const office = await openOffice(
      { Ada: 'lead', Bea: 'editor', Vic: 'viewer' },
      { directory: disk.directory },
    );
    onTestFinished(() => office.stop());
    const clients = clientsOf(office);
    onTestFinished(() => clients.close());
    const [ada, bea] = [await clients.open('Ada'), await clients.open('Bea')];
    await until(() => isSaved(ada) && isSaved(bea), 'both are in step');
    await disk.fill(office.database);
    firstText(ada.live.doc).insert(0, 'Ada. ');
    await until(() => kind(ada) === 'held', 'Ada is told', 20_000);
    expect(ada.handle.getSnapshot().saved).toEqual({ kind: 'held', changes: 1 });
    await until(() => kind(bea) === 'held', 'Bea is told', 20_000);
    firstText(bea.live.doc).insert(0, 'Bea. ');
    const claimId = newId();
    void ada.live.store.dispatch('claim.mark', {
      claimId,
      place: placeIn(ada.live, 'rate fell'),
      checks: 'content',
    });
    // Another tab of Bea's opens it only now, and writes too.
    const late = await clients.open('Bea');
    await until(() => kind(late) === 'held', 'who comes is told');
    firstText(late.live.doc).insert(firstText(late.live.doc).length, ' Late.');
    expect(words(late)).toBe('Bea. The rate fell in May. Late.');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(ada.live.store.getState().claims.has(claimId)).toBe(true);

    await disk.free(office.database);
    await until(() => [ada, bea, late].every(isSaved), 'all is saved', 40_000);
    for (const client of [ada, bea, late]) {
      expect(client.handle.getSnapshot().handedBack).toEqual([]);
      expect(client.handle.getSnapshot().live?.generation).toBe(client.live.generation);
    }
    const vic = await clients.open('Vic');
    await until(() => isSaved(vic), 'Vic is in step');
    expect(words(vic)).toMatch(/^(Ada\. Bea\. |Bea\. Ada\. )The rate fell in May\. Late\.$/);
    expect(vic.live.store.getState().claims.has(claimId)).toBe(true);
    for (const client of [ada, bea, late]) expect(words(client)).toBe(words(vic));
  });
});
