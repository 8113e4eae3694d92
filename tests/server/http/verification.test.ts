import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limitsByKind } from '../../../server/http/limit.ts';
import { checkHead } from '../../../server/heads/check-head.ts';
import { headsFile } from '../../../server/heads/head.ts';
import { EntryKind } from '../../../server/log/entry.ts';
import { encodePayload } from '../../../server/log/payload.ts';
import { until } from '../../until.ts';
import {
  type Browser,
  createDocument,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

const verify = (browser: Browser, id: string, job = 'job') =>
  browser.post(`/api/documents/${id}/verification`, { job });

async function rowOf(id: string): Promise<{ id: number; lineage: string }> {
  return server.database.query
    .selectFrom('documents')
    .select(['id', 'lineage'])
    .where('public_id', '=', id)
    .executeTakeFirstOrThrow();
}

/** A log long enough that its verification is caught under way. */
async function lengthen(id: string, entries: number): Promise<void> {
  const { id: document, lineage } = await rowOf(id);
  const { database } = server;
  const payload = encodePayload({ update: new Uint8Array([0, 0]) });
  for (let round = 0; round < entries / 5_000; round++) {
    await database.append({
      document,
      lineage,
      term: database.nextTerm(),
      entries: Array.from({ length: 5_000 }, () => ({
        at: 1_700_000_000_000,
        actor: 0,
        kind: EntryKind.text,
        payload,
      })),
    });
  }
}

describe('verifying by HTTP', () => {
  test('says how many entries hold, from when to when, the head and the snapshots', async () => {
    const id = await createDocument(owner, 'To verify');
    const lead = await signUpMember(server, owner, id, 'lead', 'Lea');
    const { status, json } = await verify(lead, id);
    const entries = await server.database.query
      .selectFrom('log')
      .select(['at', 'hash'])
      .where('document', '=', (await rowOf(id)).id)
      .orderBy('seq')
      .execute();
    expect(status).toBe(200);
    expect(json).toEqual({
      ok: true,
      at: expect.any(Number),
      entries: entries.length,
      from: entries[0]?.at,
      to: entries.at(-1)?.at,
      snapshots: expect.any(Array),
      lineage: (await rowOf(id)).lineage,
      head: Buffer.from(entries.at(-1)!.hash).toString('hex'),
      signed: expect.any(Object),
    });
    const { key, heads } = headsFile.parse(json.signed);
    expect(heads).toMatchObject([{ id, seq: entries.length, hash: json.head, at: json.at }]);
    expect(await checkHead(server.database, key, heads[0]!)).toBeNull();
  });

  test('names the first entry that does not hold, its time, who and what', async () => {
    const id = await createDocument(owner, 'To damage');
    const { id: document } = await rowOf(id);
    const { seq } = await server.database.query
      .selectFrom('log')
      .select((rows) => rows.fn.max('seq').as('seq'))
      .where('document', '=', document)
      .executeTakeFirstOrThrow();
    const sqlite = new Sqlite(join(server.directory, 'attest.db'));
    const change = (set: string) =>
      sqlite.prepare(`update log set ${set} where document = ? and seq = ?`).run(document, seq);
    change('at = at + 1');
    const { json } = await verify(owner, id);
    expect(json).toMatchObject({
      ok: false,
      seq,
      problem: 'its hash does not match',
      entry: { at: expect.any(Number), actor: expect.any(String), kind: expect.any(String) },
    });
    change('at = 9007199254740991, kind = 999');
    expect((await verify(owner, id)).json.entry).toMatchObject({ at: null, kind: null });
    sqlite.close();
  });

  test('tells how far it is, and ends when nobody waits any more', async () => {
    const id = await createDocument(owner, 'A long one');
    await lengthen(id, 60_000);
    const ask = () => owner.get(`/api/documents/${id}/verifications/long`);
    const stop = new AbortController();
    const stopped = fetch(`${server.origin}/api/documents/${id}/verification`, {
      method: 'POST',
      signal: stop.signal,
      headers: {
        cookie: owner.cookie,
        origin: server.origin,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ job: 'long' }),
    });
    let seen = { done: 0, of: 0 };
    await until('it is under way', async () => {
      const { status, json } = await ask();
      if (status === 200) seen = json;
      return seen.done > 0;
    });
    expect(seen.of).toBeGreaterThan(60_000);
    expect(seen.done).toBeLessThan(seen.of);
    stop.abort();
    await expect(stopped).rejects.toThrow();
    await until('it has ended', async () => (await ask()).status === 404);
    // Its place is free again, twice.
    const both = await Promise.all([verify(owner, id, 'one'), verify(owner, id, 'two')]);
    expect(both.map(({ json }) => json.ok)).toEqual([true, true]);
  });

  test('is refused in words when too many run', async () => {
    const id = await createDocument(owner, 'Another long one');
    await lengthen(id, 30_000);
    const answers = await Promise.all(['a', 'b', 'c'].map((job) => verify(owner, id, job)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.json.detail).toMatch(/Other records are being verified/);
  });
});

test('verifying is limited in rate', async () => {
  const strict = await startServer({}, 1);
  try {
    const one = await signUpOwner(strict);
    const id = await createDocument(one);
    const { requests } = limitsByKind.verify;
    for (let round = 0; round < requests; round++) {
      expect((await verify(one, id)).status).toBe(200);
    }
    expect((await verify(one, id)).status).toBe(429);
  } finally {
    await strict.stop();
  }
});
