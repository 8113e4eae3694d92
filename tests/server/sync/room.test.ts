import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { placeOf } from '../../../domain/anchor/locate.ts';
import type { Claim } from '../../../domain/record/claim.ts';
import type { Result } from '../../../domain/protocol/result.ts';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import { until } from '../../until.ts';
import { firstText, type Office, openOffice } from './office.ts';
import { RawClient } from './raw-client.ts';

const id = (name: string): string => name.padEnd(21, '0');

function markArgs(client: RawClient, words: string, claimId: string) {
  const whole = new FragmentText(client.doc.getXmlFragment('text'));
  const start = whole.string.indexOf(words);
  const place = placeOf(whole, { start, end: start + words.length });
  return { claimId, place, checks: 'content' };
}

function results(client: RawClient): Result[] {
  return client.all('result') as Result[];
}

async function logRows(office: Office) {
  return await office.database.query
    .selectFrom('log')
    .select(['seq', 'actor', 'kind'])
    .where('document', '=', office.document.id)
    .orderBy('seq')
    .execute();
}

describe('text', () => {
  test('what one editor types reaches the other, in the log under its author’s name, and is acknowledged', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    const ben = await RawClient.join(office, 'ben');
    ana.edit((doc) => firstText(doc).insert(0, 'Now: '));
    await until('ben sees it', () => firstText(ben.doc).toString().startsWith('Now: '));
    await until('ana is told', () => ana.acked === 1);
    expect((await logRows(office)).at(-1)).toMatchObject({ actor: office.person('ana'), kind: 2 });
  });

  test('nobody hears of a change before it is durable', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    const ben = await RawClient.join(office, 'ben');
    for (let i = 0; i < 50; i++) {
      ana.edit((doc) => firstText(doc).insert(0, 'x'));
      await until('ben sees it', () =>
        firstText(ben.doc)
          .toString()
          .startsWith('x'.repeat(i + 1)),
      );
      const durable = await office.database.query
        .selectFrom('log')
        .select((build) => build.fn.countAll<number>().as('rows'))
        .where('kind', '=', 2)
        .executeTakeFirstOrThrow();
      expect(durable.rows).toBeGreaterThanOrEqual(i + 1);
    }
  });

  test('a repeated update is acknowledged and leaves no entry', async () => {
    await using office = await openOffice({ ana: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    const before = Y.encodeStateVector(ana.doc);
    ana.edit((doc) => firstText(doc).insert(0, 'once '));
    await until('the first ack', () => ana.acked === 1);
    const rows = (await logRows(office)).length;
    ana.update(Y.encodeStateAsUpdate(ana.doc, before));
    await until('the second ack', () => ana.acked === 2);
    expect((await logRows(office)).length).toBe(rows);
  });

  test('a newcomer gets what was applied, once it is durable', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'viewer' });
    const ana = await RawClient.join(office, 'ana');
    ana.edit((doc) => firstText(doc).insert(0, 'early '));
    const ben = await RawClient.join(office, 'ben');
    expect(firstText(ben.doc).toString()).toMatch(/^early /);
  });

  test('an analyst’s words are refused by number and code, and nobody else notices', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'analyst' });
    const ana = await RawClient.join(office, 'ana');
    const ben = await RawClient.join(office, 'ben');
    ben.edit((doc) => firstText(doc).insert(0, 'mine '));
    await until('the refusal', () => ben.closed);
    expect(ben.all('refused')).toEqual([
      { frame: 1, code: 'may-not-edit', reason: expect.any(String) },
    ]);
    expect(ben.closed?.code).toBe(4422);
    expect(firstText(ana.doc).toString()).not.toContain('mine');
    ana.edit((doc) => firstText(doc).insert(0, 'still '));
    await until('ana goes on', () => ana.acked === 1);
  });

  test('words under somebody else’s client id are refused', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    const ben = await RawClient.join(office, 'ben');
    ben.doc.clientID = ana.doc.clientID;
    ben.edit((doc) => firstText(doc).insert(0, 'forged '));
    await until('the refusal', () => ben.closed);
    expect(ben.all('refused')).toMatchObject([{ code: 'foreign-client' }]);
  });
});

describe('handshake', () => {
  test('a stranger is let in and closed with 4401, a non-member with 4403', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'viewer' });
    await office.setRole('ben', null);
    const stranger = RawClient.dial(office, { token: 'nobody', schema: '1' });
    const ben = RawClient.dial(office, { token: 'ben', schema: '1' });
    await until('both are closed', () => stranger.closed && ben.closed);
    expect([stranger.closed?.code, ben.closed?.code]).toEqual([4401, 4403]);
  });

  test('another lineage, another schema, another protocol and somebody else’s client id are refused', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'editor' });
    const { client } = await office.session('ben');
    const codes: (number | undefined)[] = [];
    for (const query of [
      { lineage: 'other' },
      { schema: '99' },
      { protocol: '0' },
      { client: String(client) },
      { client: 'NaN' },
    ] as Record<string, string>[]) {
      const ana = await RawClient.join(office, 'ana', query);
      codes.push((await until('the close', () => ana.closed)).code);
    }
    expect(codes).toEqual([4409, 4409, 4409, 4409, 4409]);
  });

  test('hello comes first, then the people, then y-websocket’s own', async () => {
    await using office = await openOffice({ ana: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    expect(ana.heard.slice(0, 3).map((heard) => heard.kind)).toEqual(['hello', 'people', 'step1']);
    expect(ana.heard[0]?.body).toMatchObject({
      person: { name: 'ana', role: 'editor' },
      schema: 1,
    });
  });

  test('a stock y-websocket client reads and edits; its own id is bound by its first words', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    const stock = office.stock('ben');
    await until('it is synced', () => stock.synced);
    firstText(stock.doc).insert(0, 'stock ');
    await until('ana sees it', () => firstText(ana.doc).toString().startsWith('stock '));
    const bound = await office.database.query
      .selectFrom('client_ids')
      .select('person')
      .where('client_id', '=', stock.doc.clientID)
      .executeTakeFirst();
    expect(bound?.person).toBe(office.person('ben'));
  });

  test('a stock client with words of its own must name their lineage', async () => {
    await using office = await openOffice({ ben: 'editor' });
    const doc = new Y.Doc();
    doc.getXmlFragment('text').insert(0, [new Y.XmlElement('section')]);
    const stock = office.stock('ben', doc, { lineage: '' });
    stock.params = { token: 'ben', schema: '1' };
    const closed = await new Promise<{ code: number }>((resolve) => {
      stock.on('connection-close', (event) => event && resolve(event));
      stock.disconnect();
      stock.connect();
    });
    expect([4409, 1005]).toContain(closed.code);
    expect(stock.synced).toBe(false);
  });

  test('text frames, junk and unknown sync messages close this socket with 4400 and no other', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    for (const junk of [
      'text',
      new Uint8Array([0, 9, 0]),
      new Uint8Array([101, 3, 1]),
      new Uint8Array([0]),
    ]) {
      const ben = await RawClient.join(office, 'ben');
      ben.raw(junk);
      expect((await until('the close', () => ben.closed)).code).toBe(4400);
    }
    ana.edit((doc) => firstText(doc).insert(0, 'a'));
    await until('ana goes on', () => ana.acked === 1);
  });
});

describe('roles', () => {
  test('a lowered role takes hold at once; what was queued before it counts', async () => {
    await using office = await openOffice({ ana: 'editor', ben: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    ana.edit((doc) => firstText(doc).insert(0, 'before '));
    await until('it is durable', () => ana.acked === 1);
    await office.setRole('ana', 'viewer');
    ana.edit((doc) => firstText(doc).insert(0, 'after '));
    await until('the refusal', () => ana.closed);
    expect(ana.all('refused')).toMatchObject([{ frame: 2, code: 'may-not-edit' }]);
    const ben = await RawClient.join(office, 'ben');
    expect(firstText(ben.doc).toString()).toMatch(/^before The/);
  });

  test('a removed member’s socket closes with 4403 and everybody hears who is left', async () => {
    await using office = await openOffice({ ana: 'lead', ben: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    const ben = await RawClient.join(office, 'ben');
    await office.setRole('ben', null);
    expect((await until('ben is out', () => ben.closed)).code).toBe(4403);
    const gone = JSON.stringify({ id: office.person('ben'), name: 'ben', role: null });
    await until('ana hears', () => JSON.stringify(ana.all('people').at(-1)).includes(gone));
  });
});

describe('commands', () => {
  test('a marked claim reaches both, with its mark, before the result', async () => {
    await using office = await openOffice({ ana: 'analyst', ben: 'viewer' });
    const ana = await RawClient.join(office, 'ana');
    const ben = await RawClient.join(office, 'ben');
    ana.command(id('c1'), 'claim.mark', markArgs(ana, 'rate fell in May', id('claim')));
    await until('the result', () => results(ana)[0]);
    expect(results(ana)[0]).toMatchObject({ commandId: id('c1'), answer: { number: 1 } });
    const kinds = ana.heard.map((heard) => heard.kind);
    expect(kinds.indexOf('update')).toBeLessThan(kinds.indexOf('result'));
    await until('ben has it', () => ben.doc.getMap('claims').has(id('claim')));
    const claim = ben.doc.getMap('claims').get(id('claim')) as Claim;
    expect(claim.quote.exact).toBe('rate fell in May');
    expect(JSON.stringify(firstText(ben.doc).toDelta())).toContain(id('claim'));
  });

  test('a retry does nothing twice and gets the first result, also after a restart of the room', async () => {
    await using office = await openOffice({ ana: 'analyst' }, { idle: 20 });
    const ana = await RawClient.join(office, 'ana');
    const args = markArgs(ana, 'rate fell', id('claim'));
    ana.command(id('c1'), 'claim.mark', args);
    ana.command(id('c1'), 'claim.mark', args);
    await until('both results', () => results(ana).length === 2);
    expect(results(ana)[0]).toEqual(results(ana)[1]);
    ana.close();
    await until('the room is put away', async () => {
      const rows = await logRows(office);
      return rows.at(-1)?.kind === 6;
    });
    const again = await RawClient.join(office, 'ana');
    again.command(id('c1'), 'claim.mark', args);
    await until('the old result', () => results(again)[0]);
    expect(results(again)[0]).toEqual(results(ana)[0]);
    expect((await logRows(office)).filter((row) => row.kind === 3)).toHaveLength(1);
  });

  test('a viewer’s command is refused with a reason, and the socket stays', async () => {
    await using office = await openOffice({ ben: 'viewer' });
    const ben = await RawClient.join(office, 'ben');
    ben.command(id('c1'), 'claim.mark', markArgs(ben, 'rate fell', id('claim')));
    await until('the result', () => results(ben)[0]);
    expect(results(ben)[0]).toMatchObject({ code: 'not-allowed', reason: expect.any(String) });
    expect(ben.closed).toBeNull();
  });

  test('over HTTP the same command goes the same way', async () => {
    await using office = await openOffice({ ana: 'analyst' });
    const ana = await RawClient.join(office, 'ana');
    const participant = { id: office.person('ana'), name: 'ana', owner: false, cap: null };
    const result = await office.rooms.command(office.document, participant, {
      commandId: id('c1'),
      name: 'claim.mark',
      args: markArgs(ana, 'rate fell', id('claim')),
    });
    expect(result).toMatchObject({ answer: { number: 1 } });
    await until('the open page has it', () => ana.doc.getMap('claims').has(id('claim')));
  });

  test('a lock takes hold in the queue: what came before it counts, what comes after is refused', async () => {
    await using office = await openOffice({ lea: 'lead' });
    const lea = await RawClient.join(office, 'lea');
    lea.edit((doc) => firstText(doc).insert(0, 'before '));
    lea.command(id('lock'), 'text.lock', {});
    lea.edit((doc) => firstText(doc).insert(0, 'after '));
    await until('the refusal', () => lea.closed);
    expect(lea.acked).toBe(1);
    expect(lea.all('refused')).toMatchObject([{ frame: 2, code: 'text-locked' }]);
    expect(results(lea)[0]).toMatchObject({ seq: expect.any(Number) });
  });
});

describe('presence', () => {
  test('nobody speaks for another, and names are the server’s', async () => {
    await using office = await openOffice({ ana: 'analyst', ben: 'analyst' });
    const stock = office.stock('ana');
    await until('ana is here', () => stock.synced);
    stock.awareness.setLocalStateField('user', { id: 999, name: 'Somebody else' });
    const ben = office.stock('ben');
    await until('ben sees ana', () => ben.awareness.getStates().has(stock.doc.clientID));
    expect(ben.awareness.getStates().get(stock.doc.clientID)?.['user']).toEqual({
      id: office.person('ana'),
      name: 'ana',
    });
    stock.destroy();
    await until('ana left', () => !ben.awareness.getStates().has(stock.doc.clientID));
  });
});

describe('anchors', () => {
  test('marks that an editor takes off by hand come back, as an entry of the server’s own', async () => {
    await using office = await openOffice({ ana: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    ana.command(id('c1'), 'claim.mark', markArgs(ana, 'rate fell in May', id('claim')));
    await until('it is marked', () => results(ana)[0]);
    const text = firstText(ana.doc);
    const key =
      Object.keys((text.toDelta() as { attributes?: object }[])[1]?.attributes ?? {})[0] ?? '';
    expect(key).toMatch(/^anchor--/);
    ana.edit(() => text.format(4, 16, { [key]: null }));
    await until('the repair', async () => (await logRows(office)).some((row) => row.kind === 5));
    await until('the mark is back', () => JSON.stringify(text.toDelta()).includes(id('claim')));
    expect((await logRows(office)).at(-1)).toMatchObject({ actor: 0, kind: 5 });
  });

  test('an anchor that never existed is refused', async () => {
    await using office = await openOffice({ ana: 'editor' });
    const ana = await RawClient.join(office, 'ana');
    ana.edit((doc) =>
      firstText(doc).format(0, 3, { [anchorKey(id('made-up'))]: { id: id('made-up') } }),
    );
    await until('the refusal', () => ana.closed);
    expect(ana.all('refused')).toMatchObject([{ code: 'unknown-anchor' }]);
  });
});
