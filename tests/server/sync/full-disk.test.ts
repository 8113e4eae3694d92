/** While the disk takes no writes people read what is durable and are told so; afterwards all goes on by itself. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Message } from '../../../domain/protocol/frame.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { RefusedError } from '../../../server/refused-error.ts';
import { verifyDocument } from '../../../server/log/verify.ts';
import { smallDisks } from '../../small-disk.ts';
import { until } from '../../until.ts';
import { firstText, type Office, openOffice } from './office.ts';
import { RawClient } from './raw-client.ts';

const roles = { ana: 'editor', ben: 'editor', lea: 'lead', vic: 'viewer' } as const;

const helloOf = (client: RawClient) => client.all('hello')[0] as Message<'hello'>;
const words = (client: RawClient): string => firstText(client.doc).toString();

function add(client: RawClient, more: string): void {
  client.edit((doc) => firstText(doc).insert(firstText(doc).length, more));
}

function source(office: Office, name: 'lea', id: string) {
  const participant = { id: office.person(name), name, owner: false, cap: null };
  return office.rooms.command(office.document, participant, {
    commandId: `c${id}`.padEnd(21, '_'),
    name: 'source.add',
    args: { sourceId: id.padEnd(21, '_'), source: { title: 'A paper' } },
  });
}

describe.each(smallDisks)('$name', ({ make }) => {
  async function onSmallDisk() {
    const disk = make();
    onTestFinished(() => disk.remove());
    const office = await openOffice(roles, { directory: disk.directory });
    onTestFinished(() => office.stop());
    return {
      office,
      fill: () => disk.fill(office.database),
      free: () => disk.free(office.database),
    };
  }

  /** Somebody wrote what was saved, the disk filled up, and they wrote what was not. */
  async function afterTheFailure() {
    const { office, fill, free } = await onSmallDisk();
    const ana = await RawClient.join(office, 'ana');
    add(ana, ' Saved.');
    await until('it is acknowledged', () => ana.acked > 0);
    await fill();
    const acked = ana.acked;
    add(ana, ' Not saved.');
    await until('the room ends', () => ana.closed);
    expect(ana.acked).toBe(acked);
    expect(ana.closed).toMatchObject({ code: 4503 });
    expect(ana.closed?.reason).toMatch(/^Nothing can be saved right now/);
    return { office, fill, free, ana };
  }

  test('a document is opened and read at its last durable state, and says that it cannot be saved', async () => {
    const { office } = await afterTheFailure();
    const vic = await RawClient.join(office, 'vic');
    expect(words(vic)).toBe('The rate fell in May. Saved.');
    expect(helloOf(vic).held).toMatch(/^Nothing can be saved right now/);
    await until('what changes nothing is acknowledged', () => {
      vic.update(new Uint8Array([0, 0]));
      return vic.acked > 0;
    });
    // It was not open when the disk filled up.
    await office.rooms.shut(office.document, 'Closed.');
    const lea = await RawClient.join(office, 'lea');
    expect(words(lea)).toBe('The rate fell in May. Saved.');
  });

  test('what would change something is neither applied, acknowledged nor refused, by whomever', async () => {
    const { office, ana } = await afterTheFailure();
    const [again, ben] = [await RawClient.join(office, 'ana'), await RawClient.join(office, 'ben')];
    ben.edit((doc) => firstText(doc).insert(0, 'Ben: '));
    ben.edit((doc) => firstText(doc).insert(0, 'And again: '));
    ben.command('k'.repeat(21), 'settings.edit', { changes: { publisher: 'x' } });
    await until('the command is answered', () => ben.all('result').length > 0);
    expect(ben.all('result')).toMatchObject([{ code: 'unavailable' }]);
    expect(ben.closed).toBeNull();
    expect(ben.acked).toBe(0);
    expect(words(again)).toBe('The rate fell in May. Saved.');
    expect(words(ana)).toContain('Not saved.');
    const answer = await source(office, 'lea', 's1');
    expect(answer).toMatchObject({ code: 'unavailable' });
    await expect(office.setRole('ben', 'viewer')).rejects.toBeInstanceOf(RefusedError);
  });

  test('what is refused otherwise is refused meanwhile too', async () => {
    const { office } = await afterTheFailure();
    const vic = await RawClient.join(office, 'vic');
    add(vic, ' Mine.');
    await until('it is refused', () => vic.closed);
    expect(vic.all('refused')).toMatchObject([{ code: 'may-not-edit' }]);
  });

  test('once there is space, everybody comes back by themselves into a room that saves', async () => {
    const { office, free } = await afterTheFailure();
    // Their ids were given out while nothing could be saved.
    const ben = await RawClient.join(office, 'ben');
    ben.edit((doc) => firstText(doc).insert(0, 'Ben: '));
    await free();
    await until('the held room ends', () => ben.closed, { within: 30_000 });
    expect(ben.closed).toMatchObject({ code: 4503, reason: 'Changes can be saved again.' });
    const back = RawClient.dial(office, {
      token: 'ben',
      protocol: '1',
      lineage: office.document.lineage,
      schema: '1',
      client: String(ben.doc.clientID),
    });
    await back.introduced();
    expect(helloOf(back).held ?? null).toBeNull();
    // What was typed under that id meanwhile is that person's.
    const { encodeStateAsUpdate, encodeStateVector } = await import('yjs');
    back.update(encodeStateAsUpdate(ben.doc, encodeStateVector(back.doc)));
    await until('it is acknowledged', () => back.acked > 0);
    const vic = await RawClient.join(office, 'vic');
    expect(words(vic)).toBe('Ben: The rate fell in May. Saved.');
    expect(isRefusal(await source(office, 'lea', 's2'))).toBe(false);
    const rows = await office.database.query
      .selectFrom('client_ids')
      .select('person')
      .where('client_id', '=', ben.doc.clientID)
      .execute();
    expect(rows).toEqual([{ person: office.person('ben') }]);
    expect(await verifyDocument(office.database, office.document.id)).toMatchObject({ ok: true });
  });
});
