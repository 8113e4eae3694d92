// Whatever byte of the log changes, `verify` finds it and names the row: every
// column of every row, every byte of it; rows that change places, vanish or come
// twice; every byte of a snapshot; and the file itself, below the columns.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { EntryKind, type NewEntry } from '../../../server/log/entry.ts';
import { encodePayload } from '../../../server/log/payload.ts';
import { replayAndCompare } from '../../../server/log/replay.ts';
import { writeSnapshot } from '../../../server/log/snapshot.ts';
import type { Verification } from '../../../server/log/verification.ts';
import { Connection } from '../../../server/storage/connection.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { type Random, seeded } from '../../random.ts';
import { temporaryDirectory } from '../storage/fixture.ts';
import { commandEntry, createDocument, LINEAGE, textEntry } from '../storage/log-writing.ts';
import { recordEdits } from './edits.ts';

const COLUMNS = ['document', 'lineage', 'seq', 'at', 'actor', 'kind', 'salt', 'payload', 'hash'];
type Value = number | string | Uint8Array;
type Row = Readonly<Record<string, Value>>;

/** A log with an entry of every kind, two snapshots, and a command at its end: a cut end is the heads' to find. */
async function writeLog(): Promise<string> {
  const directory = temporaryDirectory();
  const db = await openDatabase({ directory });
  const { updates } = recordEdits(31, 14);
  const parts = updates.map((update) => textEntry(update));
  const noted = (kind: EntryKind): NewEntry => ({
    at: 4_000,
    actor: 1,
    kind,
    payload: encodePayload({ note: { kind } }),
  });
  const append = (entries: readonly NewEntry[]) =>
    db.append({ document: 1, lineage: LINEAGE, term: db.nextTerm(), entries });
  await createDocument(db, 1, updates[0]);
  await append(parts.slice(1, 4));
  await append([commandEntry('a', { number: 1 })]);
  await writeSnapshot(db, { document: 1, at: 5_000 });
  await append([
    { ...textEntry(updates[4]!), kind: EntryKind.cleanup, actor: 0 },
    { ...textEntry(updates[5]!), kind: EntryKind.repair, actor: 0 },
    ...[EntryKind.membership, EntryKind.invitation, EntryKind.export, EntryKind.lifecycle].map(
      noted,
    ),
    ...parts.slice(6),
  ]);
  await writeSnapshot(db, { document: 1, at: 6_000 });
  await append([commandEntry('b', { number: 2 })]);
  await db.close();
  return directory;
}

/** Opened below the store, with nothing in the way of whoever has the file. */
async function tamper(): Promise<{
  readonly sqlite: Sqlite.Database;
  readonly rows: readonly Row[];
  verify(): Promise<Verification>;
}> {
  const connection = new Connection(await writeLog(), 'write');
  const { sqlite } = connection;
  sqlite.pragma('foreign_keys = off');
  sqlite.pragma('synchronous = off');
  const verify = () =>
    replayAndCompare({ connection, progress: () => {}, isCancelled: () => false }, 1);
  const rows = sqlite.prepare<[], Row>('select * from log order by seq').all();
  expect(await verify()).toMatchObject({ ok: true, entries: rows.length });
  expect(new Set(rows.map((row) => row['kind']))).toEqual(new Set(Object.values(EntryKind)));
  expect(Object.keys(rows[0]!)).toEqual(COLUMNS);
  return { sqlite, rows, verify };
}

/** Of longer values so many bytes, picked by the seed. */
const TRIED = 48;

/** The value with each of its bytes changed in turn, and cut or longer by one. */
function* changesOf(value: Value, random: Random): Generator<bigint | string | Uint8Array> {
  const mask = random.int(1, 255);
  if (typeof value === 'number') {
    for (let byte = 0n; byte < 8n; byte++) {
      yield BigInt.asIntN(64, BigInt(value) ^ (BigInt(mask) << (8n * byte)));
    }
    return;
  }
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  // Text stays text in a strict table; its letters are of one byte.
  const again = (changed: Uint8Array) =>
    typeof value === 'string' ? Buffer.from(changed).toString('utf8') : changed;
  for (let step = 0; step < Math.min(bytes.length, TRIED); step++) {
    const at = bytes.length <= TRIED ? step : random.int(0, bytes.length - 1);
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (typeof value === 'string' ? mask & 0x1f || 1 : mask);
    yield again(changed);
  }
  yield again(Uint8Array.from(bytes).subarray(0, -1));
  yield again(Uint8Array.from([...bytes, 0x61]));
}

describe('every changed byte of the log is found', () => {
  test.each(COLUMNS)('in column "%s" of every row, and the row is named', async (column) => {
    const { sqlite, rows, verify } = await tamper();
    const random = seeded(COLUMNS.indexOf(column) + 1);
    let tried = 0;
    for (const row of rows) {
      for (const changed of changesOf(row[column]!, random)) {
        const where = 'where rowid = (select rowid from log where document = 1 and seq = ?)';
        try {
          sqlite.prepare(`update log set ${column} = ? ${where}`).run(changed, row['seq']);
        } catch (error) {
          // Another row has that place: rows that change places come below.
          if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))
            continue;
          throw error;
        }
        const found = await verify();
        expect([row['seq'], changed, found]).toMatchObject([
          row['seq'],
          changed,
          { ok: false, seq: row['seq'] },
        ]);
        tried += 1;
        sqlite.prepare('delete from log where hash = ? or salt = ?').run(row['hash'], row['salt']);
        insert(sqlite, row);
      }
    }
    expect(tried).toBeGreaterThan(rows.length);
    expect(await verify()).toMatchObject({ ok: true });
  });

  test('where two rows exchange a column, wherever they stand', async () => {
    const { sqlite, rows, verify } = await tamper();
    const put = (row: Row, column: string, value: Value) =>
      sqlite.prepare(`update log set ${column} = ? where seq = ?`).run(value, row['seq']);
    for (const column of COLUMNS.filter((name) => name !== 'seq')) {
      for (const [index, row] of rows.entries()) {
        for (const other of rows.slice(index + 1)) {
          const [one, two] = [row[column]!, other[column]!];
          if (Buffer.from(String(one)).equals(Buffer.from(String(two)))) continue;
          put(row, column, two);
          put(other, column, one);
          expect(await verify()).toMatchObject({ ok: false, seq: row['seq'] });
          put(row, column, one);
          put(other, column, two);
        }
      }
    }
  });

  test('where rows change places, vanish or come twice', async () => {
    const { sqlite, rows, verify } = await tamper();
    const rewrite = async (changed: readonly Row[]): Promise<Verification> => {
      sqlite.transaction(() => {
        sqlite.exec('delete from log');
        changed.forEach((row, index) => insert(sqlite, { ...row, seq: index + 1 }));
      })();
      return verify();
    };
    for (const [index, row] of rows.entries()) {
      const seq = index + 1;
      for (const [later, other] of rows.entries()) {
        if (later <= index) continue;
        const swapped = rows.with(index, other).with(later, row);
        expect(await rewrite(swapped)).toMatchObject({ ok: false, seq });
      }
      expect(await rewrite(rows.toSpliced(index, 1))).toMatchObject({ ok: false, seq });
      const twice = await rewrite(rows.toSpliced(index, 0, row));
      expect(twice).toMatchObject({ ok: false, seq: seq + 1 });
      sqlite.exec('delete from log');
      for (const one of rows) if (one !== row) insert(sqlite, one);
      expect(await verify()).toMatchObject({ ok: false, seq, entry: null });
    }
    expect(await rewrite(rows)).toMatchObject({ ok: true });
  });
});

function insert(sqlite: Sqlite.Database, row: Row): void {
  sqlite
    .prepare(`insert into log (${COLUMNS.join()}) values (${COLUMNS.map(() => '?').join()})`)
    .run(COLUMNS.map((column) => row[column]));
}

test('every changed byte of a snapshot is found, and so is another place or lineage', async () => {
  const { sqlite, verify } = await tamper();
  const random = seeded(77);
  const snapshots = sqlite
    .prepare<[], { seq: number; state: Uint8Array; lineage: string }>('select * from snapshots')
    .all();
  expect(snapshots).toHaveLength(2);
  for (const { seq, state, lineage } of snapshots) {
    for (const column of ['state', 'lineage'] as const) {
      const put = sqlite.prepare(`update snapshots set ${column} = ? where seq = ?`);
      for (const changed of changesOf(column === 'state' ? state : lineage, random)) {
        put.run(changed, seq);
        expect(await verify()).toMatchObject({ ok: false, seq });
      }
      put.run(column === 'state' ? state : lineage, seq);
    }
    sqlite.prepare('update snapshots set seq = ? where seq = ?').run(seq + 1, seq);
    expect(await verify()).toMatchObject({ ok: false });
    sqlite.prepare('update snapshots set seq = ? where seq = ?').run(seq, seq + 1);
  }
  expect(await verify()).toMatchObject({ ok: true });
});

test('every changed byte of what is kept of commands is found, and so is a row that vanished or came twice', async () => {
  const { sqlite, verify } = await tamper();
  const random = seeded(78);
  const kept = sqlite.prepare<[], Row>('select * from commands order by seq').all();
  expect(kept).toHaveLength(2);
  const put = (row: Row) =>
    sqlite
      .prepare(
        'insert into commands (document, actor, command_id, seq, result) values (?, ?, ?, ?, ?)',
      )
      .run(row['document'], row['actor'], row['command_id'], row['seq'], row['result']);
  for (const row of kept) {
    const away = () => sqlite.prepare('delete from commands where seq = ?').run(row['seq']);
    for (const column of ['document', 'actor', 'command_id', 'seq', 'result']) {
      for (const value of changesOf(row[column]!, random)) {
        sqlite.prepare(`update commands set ${column} = ? where seq = ?`).run(value, row['seq']);
        expect([column, value, await verify()]).toMatchObject([column, value, { ok: false }]);
        sqlite.exec(
          `delete from commands where seq <> ${String(other(kept, row)['seq'])} or document <> 1`,
        );
        put(row);
      }
    }
    away();
    expect(await verify()).toMatchObject({ ok: false, seq: row['seq'] });
    put(row);
    put({ ...row, command_id: 'forged' });
    expect(await verify()).toMatchObject({ ok: false, seq: row['seq'] });
    away();
    put(row);
  }
  expect(await verify()).toMatchObject({ ok: true });
});

function other(rows: readonly Row[], row: Row): Row {
  const found = rows.find((each) => each !== row);
  if (!found) throw new Error('There is no other row');
  return found;
}

test('below the columns: a byte of the file is found, or reads as it was written', async () => {
  const seed = 20_261;
  const random = seeded(seed);
  const from = await writeLog();
  const file = readFileSync(join(from, 'attest.db'));
  const sqlite = new Sqlite(join(from, 'attest.db'), { readonly: true });
  const read = (db: Sqlite.Database) =>
    JSON.stringify([
      db.prepare('select * from log where document = 1 order by seq').all(),
      db.prepare('select document, lineage, seq, state from snapshots order by seq').all(),
    ]);
  const written = read(sqlite);
  const pages = sqlite
    .prepare<[], { pgoffset: number; pgsize: number }>(
      "select pgoffset, pgsize from dbstat where name in ('log', 'sqlite_autoindex_log_1', 'log_snapshots', 'snapshots', 'sqlite_autoindex_snapshots_1')",
    )
    .all();
  sqlite.close();
  const directory = temporaryDirectory();
  let found = 0;
  for (let round = 0; round < 500; round++) {
    const page = random.pick(pages);
    const at = page.pgoffset + random.int(0, page.pgsize - 1);
    const bytes = Buffer.from(file);
    bytes.writeUInt8(bytes.readUInt8(at) ^ random.int(1, 255), at);
    writeFileSync(join(directory, 'attest.db'), bytes);
    const connection = new Connection(directory, 'read');
    try {
      const context = { connection, progress: () => {}, isCancelled: () => false };
      const { ok } = await replayAndCompare(context, 1);
      // Free space of a page may hold anything.
      if (ok) expect([seed, at, read(connection.sqlite)]).toEqual([seed, at, written]);
      else found += 1;
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError)) throw error;
      found += 1;
    } finally {
      connection.close();
    }
  }
  expect(found).toBeGreaterThan(50);
});
