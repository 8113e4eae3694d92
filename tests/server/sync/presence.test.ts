/** Presence under the ids of Yjs: whose they are, how many somebody may have, and when they leave. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../../domain/text/schema.ts';
import { until } from '../../until.ts';
import { firstText, type Office, openOffice } from './office.ts';
import { RawClient } from './raw-client.ts';

async function stock(office: Office, name: string): Promise<RawClient> {
  const client = RawClient.dial(office, {
    token: name,
    schema: String(SCHEMA_VERSION),
    lineage: office.document.lineage,
  });
  await until('the room', () => client.all('step1').length > 0);
  client.sync();
  await until('the first sync', () => client.all('step2').length > 0);
  return client;
}

/** Announces these ids, each with the same clock and state. */
function announce(client: RawClient, ids: readonly number[], clock = 1, state: object = {}): void {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, ids.length);
  for (const id of ids) {
    encoding.writeVarUint(inner, id);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  client.raw(encoding.toUint8Array(encoder));
}

/** Who is here, as `client` has heard: id → name. */
function here(client: RawClient): Map<number, string> {
  const present = new Map<number, string>();
  for (const body of client.all('presence')) {
    const decoder = decoding.createDecoder(body as Uint8Array);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const id = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const state = JSON.parse(decoding.readVarString(decoder)) as {
        user: { name: string };
      } | null;
      if (state) present.set(id, state.user.name);
      else present.delete(id);
    }
  }
  return present;
}

test('an id that somebody announced is theirs: nobody else speaks or writes under it', async () => {
  await using office = await openOffice({ ana: 'editor', ben: 'editor' });
  const ana = await stock(office, 'ana');
  const ben = await stock(office, 'ben');
  ana.doc.clientID = 4711;
  announce(ana, [4711]);
  await until('ben sees ana', () => here(ben).get(4711) === 'ana');
  announce(ben, [4711, 4712], 9);
  await until('ana sees ben', () => here(ana).get(4712) === 'ben');
  expect(here(ana).get(4711)).toBe('ana');
  ben.doc.clientID = 4711;
  ben.edit((doc) => firstText(doc).insert(0, 'Ben: '));
  await until('ben is refused', () => ben.closed);
  expect(ben.closed?.code).toBe(4422);
  ana.edit((doc) => firstText(doc).insert(0, 'Ana: '));
  await until('ana’s own words come back', () => ana.all('update').length > 0);
});

test('one connection cannot fill a room with people', async () => {
  await using office = await openOffice({ ana: 'viewer', ben: 'viewer' });
  const ana = await stock(office, 'ana');
  const ben = await stock(office, 'ben');
  announce(
    ana,
    Array.from({ length: 400 }, (_, index) => 1000 + index),
  );
  await until('some are here', () => here(ben).size > 0);
  expect(here(ben).size).toBeLessThanOrEqual(8);
});

test('a page that is back before its old connection is given up stays', async () => {
  await using office = await openOffice({ ana: 'viewer', ben: 'viewer' });
  const session = await office.session('ana');
  const page = { protocol: '1', lineage: session.lineage, client: String(session.client) };
  const enter = async (): Promise<RawClient> => {
    const client = RawClient.dial(office, {
      token: 'ana',
      schema: String(SCHEMA_VERSION),
      ...page,
    });
    await client.introduced();
    return client;
  };
  const ben = await stock(office, 'ben');
  const old = await enter();
  announce(old, [session.client], 1);
  await until('ana is here', () => here(ben).has(session.client));
  const back = await enter();
  announce(back, [session.client], 2, { block: 2 });
  const said = () => ben.all('presence').map((body) => Buffer.from(body as Uint8Array).toString());
  await until('ben hears the new one', () => said().some((frame) => frame.includes('"block":2')));
  old.close();
  await until('the old one is closed', () => old.closed);
  // What the close says would come within one gathering: another change follows it.
  announce(ben, [77], 1);
  await until('ben’s own', () => here(ben).has(77));
  expect(here(ben).has(session.client)).toBe(true);
  back.close();
  await until('ana left', () => !here(ben).has(session.client));
});
