import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sha256 } from '../../../server/log/chain.ts';
import { LogDamaged } from '../../../server/log/damage.ts';
import { hex } from '../../../server/log/encode-state.ts';
import { EntryKind } from '../../../server/log/entry.ts';
import { documentEntries } from '../../../server/log/history.ts';
import { applyLoaded, loadDocument } from '../../../server/log/load.ts';
import { writeSnapshot } from '../../../server/log/snapshot.ts';
import { encodeSnapshotNote } from '../../../server/log/snapshot-note.ts';
import { stateDigest } from '../../../server/log/state-digest.ts';
import { verifyDocument } from '../../../server/log/verify.ts';
import { type Database, openDatabase } from '../../../server/storage/database.ts';
import { seeded } from '../../random.ts';
import { openTemporary, temporaryDirectory } from '../storage/fixture.ts';
import { appendText, commandEntry, createDocument, LINEAGE } from '../storage/log-writing.ts';
import { recordEdits } from './edits.ts';

const digest = (doc: Y.Doc): string => hex(stateDigest(doc));

async function loadedDoc(db: Database, options?: { upTo: number }): Promise<Y.Doc> {
  const doc = new Y.Doc();
  applyLoaded(doc, await loadDocument(db, 1, options));
  return doc;
}

/** Appends the updates in batches of random size, a snapshot now and then. */
async function record(db: Database, updates: readonly Uint8Array[], seed: number): Promise<number> {
  const random = seeded(seed);
  let snapshots = 0;
  await createDocument(db, 1, updates[0]);
  const term = db.nextTerm();
  for (let from = 1; from < updates.length; ) {
    const batch = updates.slice(from, from + random.int(1, 4));
    from += batch.length;
    await appendText(db, batch, term);
    if (random.chance(0.05) && (await writeSnapshot(db, { document: 1, at: from })) !== null) {
      snapshots += 1;
    }
  }
  return snapshots;
}

describe('loading', () => {
  test.each([1, 2, 3, 4, 5])(
    'gives what was recorded, snapshots or not (seed %i)',
    async (seed) => {
      const db = await openTemporary();
      const { doc, updates } = recordEdits(seed, 400);
      const snapshots = await record(db, updates, seed);
      expect(snapshots).toBeGreaterThan(0);
      const loaded = await loadDocument(db, 1);
      expect(loaded.damagedSnapshots).toEqual([]);
      const copy = new Y.Doc();
      applyLoaded(copy, loaded);
      expect(digest(copy)).toBe(digest(doc));
      expect(copy.getXmlFragment('text').toJSON()).toBe(doc.getXmlFragment('text').toJSON());
      expect(copy.getMap('claims').toJSON()).toEqual(doc.getMap('claims').toJSON());
      expect(await verifyDocument(db, 1)).toEqual({
        ok: true,
        entries: loaded.seq,
        from: 1_000,
        to: expect.any(Number),
        lineage: LINEAGE,
        snapshots: expect.toSatisfy((moments: number[]) => moments.length === snapshots),
        head: Buffer.from(loaded.head).toString('hex'),
      });
    },
  );

  test('gives every moment of the past', async () => {
    const db = await openTemporary();
    const { updates } = recordEdits(6, 200);
    await record(db, updates, 6);
    const entries = await documentEntries(db, 1, { after: 0, limit: 10_000 });
    const replay = new Y.Doc();
    for (const { seq, update } of entries) {
      if (update) Y.applyUpdate(replay, update);
      if (seq % 7 !== 0) continue;
      expect(digest(await loadedDoc(db, { upTo: seq }))).toBe(digest(replay));
    }
  });

  test('of a document without entries fails: it is never empty', async () => {
    const db = await openTemporary();
    await expect(loadDocument(db, 5)).rejects.toThrow(LogDamaged);
  });

  test('keeps two snapshots, and none where nothing changed', async () => {
    const db = await openTemporary();
    const { updates } = recordEdits(7, 60);
    await createDocument(db, 1, updates[0]);
    const term = db.nextTerm();
    const taken: (number | null)[] = [];
    for (const update of updates.slice(1, 5)) {
      const { lastSeq } = await appendText(db, [update], term);
      expect(await writeSnapshot(db, { document: 1, at: 1 })).toBe(lastSeq);
      taken.push(await writeSnapshot(db, { document: 1, at: 1 }));
    }
    expect(taken).toEqual([null, null, null, null]);
    const rows = await db.query.selectFrom('snapshots').select('seq').orderBy('seq').execute();
    expect(rows.map(({ seq }) => seq)).toEqual([6, 8]);
  });
});

describe('damage', () => {
  const { doc, updates } = recordEdits(8, 120);
  const third = Math.floor(updates.length / 3);
  const seqs = { first: third, second: 2 * third + 1, last: updates.length + 2 };
  const master = mkdtempSync(join(tmpdir(), 'attest-'));
  afterAll(() => rmSync(master, { recursive: true }));

  /** A document with two snapshots and a tail. */
  beforeAll(async () => {
    const db = await openDatabase({ directory: master });
    await createDocument(db, 1, updates[0]);
    await appendText(db, updates.slice(1, third));
    await writeSnapshot(db, { document: 1, at: 1 });
    await appendText(db, updates.slice(third, 2 * third));
    await writeSnapshot(db, { document: 1, at: 2 });
    await appendText(db, updates.slice(2 * third));
    await db.close();
  });

  /** A copy of it, whose file `damage` gets at. */
  async function damaged(
    damage: (sqlite: Sqlite.Database) => void,
    access: 'read' | 'write' = 'read',
  ): Promise<Database> {
    const directory = temporaryDirectory();
    cpSync(join(master, 'attest.db'), join(directory, 'attest.db'));
    const sqlite = new Sqlite(join(directory, 'attest.db'));
    sqlite.pragma('foreign_keys = off');
    damage(sqlite);
    sqlite.close();
    return openTemporary(directory, access);
  }

  test('is not seen where there is none', async () => {
    expect(await verifyDocument(await damaged(() => {}), 1)).toMatchObject({
      ok: true,
      entries: seqs.last,
      snapshots: [seqs.first, seqs.second],
    });
  });

  test('of the newer snapshot costs nothing: the older serves, and the load says so', async () => {
    const db = await damaged((sqlite) => {
      sqlite.exec(
        'update snapshots set state = zeroblob(9) where seq = (select max(seq) from snapshots)',
      );
    }, 'write');
    const loaded = await loadDocument(db, 1);
    expect(loaded.damagedSnapshots).toEqual([seqs.second]);
    expect(loaded.stateSeq).toBe(seqs.first);
    expect(digest(await loadedDoc(db))).toBe(digest(doc));
    expect(await verifyDocument(db, 1)).toMatchObject({ ok: false, seq: seqs.second });
    expect(await writeSnapshot(db, { document: 1, at: 3 })).toBe(seqs.last);
    expect((await loadDocument(db, 1)).damagedSnapshots).toEqual([]);
  });

  test('of both snapshots costs a replay', async () => {
    const db = await damaged((sqlite) => {
      sqlite.exec('update snapshots set state = substr(state, 1, 20)');
    });
    const loaded = await loadDocument(db, 1);
    expect(loaded.damagedSnapshots).toEqual([seqs.second, seqs.first]);
    expect(loaded.state).toBeNull();
    expect(digest(await loadedDoc(db))).toBe(digest(doc));
  });

  test('of an entry after the snapshot stops the load there', async () => {
    const db = await damaged((sqlite) => {
      sqlite.exec('update log set at = at + 1 where seq = (select max(seq) - 2 from log)');
    });
    await expect(loadDocument(db, 1)).rejects.toMatchObject({
      name: 'LogDamaged',
      document: 1,
      seq: seqs.last - 2,
    });
  });

  test.each([
    ["lineage = 'other'"],
    ['at = at + 1'],
    ['actor = 0'],
    [`kind = ${EntryKind.cleanup}`],
    ['salt = zeroblob(32)'],
    ["salt = x''"],
    ['payload = substr(payload, 1, length(payload) - 1)'],
    ["payload = x'0100'"],
    ["payload = cast(payload || x'00' as blob)"],
    ['hash = zeroblob(32)'],
    ["hash = x'01'"],
    ['seq = 1000000'],
    ['document = 2'],
  ])('by "%s" in any row is found by verify, which names the row', async (change) => {
    const db = await damaged((sqlite) => {
      sqlite.exec(
        `insert into documents select 2, 'two', lineage, 1, title, 0, 0, null, null, null from documents`,
      );
      sqlite.exec(`update log set ${change} where seq = 10`);
    });
    const result = await verifyDocument(db, 1);
    expect(result).toMatchObject({ ok: false, seq: 10 });
    expect(seqs.first).toBeGreaterThan(10);
  });

  test.each(['created', 'text', 'snapshot'] as const)(
    'of a row of kind "%s" is found, wherever it is',
    async (kind) => {
      let seq = 0;
      const db = await damaged((sqlite) => {
        const which = sqlite
          .prepare('select max(seq) from log where kind = ?')
          .pluck()
          .get(EntryKind[kind]);
        seq = Number(which);
        sqlite
          .prepare("update log set payload = cast(payload || x'ff' as blob) where seq = ?")
          .run(seq);
      });
      expect(await verifyDocument(db, 1)).toMatchObject({ ok: false, seq });
    },
  );

  test('by rows that change places, vanish or are added is found', async () => {
    const swapped = await damaged((sqlite) => {
      sqlite.exec('update log set seq = -1 where seq = 5');
      sqlite.exec('update log set seq = 5 where seq = 6');
      sqlite.exec('update log set seq = 6 where seq = -1');
    });
    expect(await verifyDocument(swapped, 1)).toMatchObject({ ok: false, seq: 5 });
    const dropped = await damaged((sqlite) => sqlite.exec('delete from log where seq = 5'));
    expect(await verifyDocument(dropped, 1)).toEqual({
      ok: false,
      seq: 5,
      problem: 'it is missing',
      entry: null,
    });
    const added = await damaged((sqlite) => {
      sqlite.exec(
        `insert into log select document, lineage, (select max(seq) + 1 from log), at, actor, kind,
           salt, payload, hash from log where seq = 5`,
      );
    });
    expect(await verifyDocument(added, 1)).toMatchObject({
      ok: false,
      seq: seqs.last + 1,
    });
  });

  test('by a snapshot that nobody vouched for, or of another lineage, is found', async () => {
    const foreign = await damaged((sqlite) => {
      sqlite.exec(
        'insert into snapshots select document, lineage, 7, state, 0 from snapshots limit 1',
      );
    });
    expect(await verifyDocument(foreign, 1)).toMatchObject({ ok: false, seq: 7 });
    expect((await loadDocument(foreign, 1, { upTo: 9 })).damagedSnapshots).toEqual([7]);
    const moved = await damaged((sqlite) => sqlite.exec("update documents set lineage = 'new'"));
    expect(await verifyDocument(moved, 1)).toMatchObject({ ok: false, seq: seqs.last });
  });

  test('by bytes that change a snapshot and not its meaning is found', async () => {
    const db = await damaged((sqlite) => {
      sqlite.exec("update snapshots set state = cast(state || x'00' as blob)");
    });
    expect(await verifyDocument(db, 1)).toMatchObject({ ok: false, seq: seqs.first });
  });

  test('by a snapshot forged together with its entry is not loaded, even for a past moment', async () => {
    const state = Y.encodeStateAsUpdate(recordEdits(99, 50).doc);
    const note = {
      of: seqs.first,
      bytes: hex(sha256(state)),
      content: hex(sha256(state)),
      vector: '',
    };
    const db = await damaged((sqlite) => {
      sqlite.prepare('update snapshots set state = ? where seq = ?').run(state, seqs.first);
      sqlite
        .prepare('update log set payload = ? where seq = ?')
        .run(encodeSnapshotNote(note), seqs.first + 1);
    });
    const { damagedSnapshots } = await loadDocument(db, 1, { upTo: seqs.first });
    expect(damagedSnapshots).toEqual([seqs.first]);
  });

  test('of the write-ahead log loses only its torn end', async () => {
    const directory = temporaryDirectory();
    const db = await openTemporary(directory);
    const { updates } = recordEdits(9, 200);
    await createDocument(db, 1, updates[0]);
    const term = db.nextTerm();
    for (const update of updates.slice(1)) await appendText(db, [update], term);
    const size = readFileSync(join(directory, 'attest.db-wal')).length;
    const random = seeded(9);
    let last = updates.length;
    for (const cut of [7, 15_000, 60_000].map((bytes) => bytes + random.int(0, 99))) {
      const copy = temporaryDirectory();
      for (const file of ['attest.db', 'attest.db-wal'])
        cpSync(join(directory, file), join(copy, file));
      truncateSync(join(copy, 'attest.db-wal'), size - cut);
      const torn = await openTemporary(copy);
      const { seq } = await loadDocument(torn, 1);
      expect(seq).toBeLessThan(last);
      expect(seq).toBeGreaterThan(0);
      expect(await verifyDocument(torn, 1)).toMatchObject({ ok: true, entries: seq });
      last = seq;
    }
  });
});

describe('verifying', () => {
  test('tells how far it is, and can be stopped', async () => {
    const db = await openTemporary();
    await createDocument(db);
    const update = new Uint8Array([0, 0]);
    for (let round = 0; round < 5; round++) {
      await appendText(
        db,
        Array.from({ length: 1000 }, () => update),
      );
    }
    const seen: number[] = [];
    expect(await verifyDocument(db, 1, (done, of) => seen.push(done / of))).toMatchObject({
      ok: true,
    });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const stop = new AbortController();
    const stopped = verifyDocument(db, 1, () => stop.abort(), stop.signal);
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('finds a tail that was cut off, where a command stood in it', async () => {
    const directory = temporaryDirectory();
    const db = await openTemporary(directory);
    await createDocument(db);
    await appendText(db, [new Uint8Array([0, 0])]);
    const entries = [commandEntry('a', {})];
    await db.append({ document: 1, lineage: LINEAGE, term: db.nextTerm(), entries });
    expect(await verifyDocument(db, 1)).toMatchObject({ ok: true, entries: 3 });
    await db.close();
    const sqlite = new Sqlite(join(directory, 'attest.db'));
    sqlite.exec('delete from log where seq = 3');
    sqlite.close();
    const again = await openTemporary(directory);
    expect(await verifyDocument(again, 1)).toMatchObject({ ok: false, seq: 3 });
  });

  test('finds a command that another is said to have given', async () => {
    const directory = temporaryDirectory();
    const db = await openTemporary(directory);
    await createDocument(db);
    const entries = [commandEntry('a', {})];
    await db.append({ document: 1, lineage: LINEAGE, term: db.nextTerm(), entries });
    await db.query.updateTable('commands').set({ actor: 0 }).execute();
    expect(await verifyDocument(db, 1)).toMatchObject({ ok: false, seq: 2 });
  });

  test.each([
    ['whose entry names another content', { content: '0'.repeat(64) }, 0],
    ['of another state', {}, 1],
    ['that Yjs cannot read', {}, 2],
  ])('finds a snapshot %s, though the chain holds', async (_, wrong, which) => {
    const db = await openTemporary();
    const { doc, updates } = recordEdits(13, 50);
    await createDocument(db, 1, updates[0]);
    const { lastSeq } = await appendText(db, updates.slice(1));
    const states = [Y.encodeStateAsUpdate(doc), updates[0], new Uint8Array([1, 1, 1])];
    const state = states[which] ?? new Uint8Array();
    const note = { of: lastSeq, bytes: hex(sha256(state)), content: digest(doc), vector: '' };
    const payload = encodeSnapshotNote({ ...note, ...wrong });
    await db.append({
      document: 1,
      lineage: LINEAGE,
      term: db.nextTerm(),
      entries: [{ at: 1, actor: 0, kind: EntryKind.snapshot, payload }],
      statements: [
        db.query
          .insertInto('snapshots')
          .values({ document: 1, lineage: LINEAGE, seq: lastSeq, state, keyframe: 0 }),
      ],
    });
    expect(await verifyDocument(db, 1)).toMatchObject({
      ok: false,
      seq: which === 0 ? lastSeq + 1 : lastSeq,
    });
  });

  test('finds an update that builds on nothing', async () => {
    const db = await openTemporary();
    await createDocument(db);
    const { updates } = recordEdits(12, 50);
    await appendText(db, [updates[0]!, updates.at(-1)!]);
    expect(await verifyDocument(db, 1)).toMatchObject({ ok: false, seq: 3 });
    await expect(writeSnapshot(db, { document: 1, at: 1 })).rejects.toThrow(LogDamaged);
  });
});

describe('history', () => {
  test('is read in pages, from either end, by kind', async () => {
    const db = await openTemporary();
    await createDocument(db);
    await appendText(
      db,
      Array.from({ length: 9 }, () => new Uint8Array([0, 0])),
    );
    const seqs = async (range: Parameters<typeof documentEntries>[2]) =>
      (await documentEntries(db, 1, range)).map(({ seq }) => seq);
    expect(await seqs({ limit: 3 })).toEqual([10, 9, 8]);
    expect(await seqs({ before: 8, limit: 3 })).toEqual([7, 6, 5]);
    expect(await seqs({ after: 2, limit: 3 })).toEqual([3, 4, 5]);
    expect(await seqs({ after: 2, before: 4, limit: 3 })).toEqual([3]);
    expect(await seqs({ kinds: [EntryKind.created], limit: 3 })).toEqual([1]);
  });
});
