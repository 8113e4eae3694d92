import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { findCommand, loadDocument } from '../../../server/log/load.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { CommandRepeated } from '../../../server/storage/errors.ts';
import { expecting } from '../../../server/storage/statement.ts';
import { openTemporary, temporaryDirectory } from './fixture.ts';
import { appendText, commandEntry, createDocument, LINEAGE, textEntry } from './log-writing.ts';

const update = (byte: number): Uint8Array => new Uint8Array([byte, 1, 2, 3]);

describe('queries', () => {
  test('a read sees what a finished write wrote', async () => {
    const db = await openTemporary();
    const { id } = await db.query
      .insertInto('people')
      .values({ name: 'Ada' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const row = await db.query
      .selectFrom('people')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ id, user_id: null, name: 'Ada', former: 0 });
  });

  test('an update says how many rows it changed', async () => {
    const db = await openTemporary();
    const { numUpdatedRows } = await db.query
      .updateTable('people')
      .set({ name: 'System' })
      .where('id', '=', 0)
      .executeTakeFirstOrThrow();
    expect(numUpdatedRows).toBe(1n);
  });

  test('booleans and dates are bound as SQLite keeps them', async () => {
    const db = await openTemporary();
    const moment = new Date(0);
    const { rows } = await sql`select ${true} as yes, ${moment} as moment`.execute(db.query);
    expect(rows).toEqual([{ yes: 1, moment: '1970-01-01T00:00:00.000Z' }]);
  });

  test('an open transaction is refused', async () => {
    const db = await openTemporary();
    await expect(db.query.transaction().execute(async () => {})).rejects.toThrow('transact');
  });

  test('a broken rule of a table has a name', async () => {
    const db = await openTemporary();
    const repeated = db.query.insertInto('people').values({ id: 0, name: 'Other' }).execute();
    await expect(repeated).rejects.toMatchObject({ code: 'constraint' });
  });
});

describe('transactions', () => {
  test('all statements stand or none', async () => {
    const db = await openTemporary();
    const outcome = db.transact([
      db.query.insertInto('meta').values({ key: 'a', value: '1' }),
      db.query.insertInto('meta').values({ key: 'a', value: '2' }),
    ]);
    await expect(outcome).rejects.toMatchObject({ code: 'constraint' });
    expect(await db.query.selectFrom('meta').selectAll().execute()).toEqual([]);
  });

  test('what may happen once happens once, however many ask at the same time', async () => {
    const db = await openTemporary();
    await db.query.insertInto('meta').values({ key: 'token', value: 'unused' }).execute();
    const use = (who: number) =>
      db.transact([
        db.query.insertInto('people').values({ id: who, name: `Person ${who}` }),
        expecting(
          1,
          db.query
            .updateTable('meta')
            .set({ value: 'used' })
            .where('key', '=', 'token')
            .where('value', '=', 'unused'),
        ),
      ]);
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(use));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.query.selectFrom('people').selectAll().execute()).toHaveLength(2);
  });

  test('a bad transaction in a batch takes no other down', async () => {
    const db = await openTemporary();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, (_, index) =>
        db.transact([
          db.query.insertInto('meta').values({ key: `key ${index}`, value: '' }),
          // Every third repeats the key of person 0.
          db.query.insertInto('people').values({ id: index % 3 === 0 ? 0 : index, name: 'Ada' }),
        ]),
      ),
    );
    const failed = outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []));
    expect(failed).toEqual(Array.from({ length: 100 }, (_, index) => index * 3));
    const { count } = await db.query
      .selectFrom('meta')
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(200);
  });
});

describe('appends', () => {
  test('entries are numbered without gaps by the writer, whoever comes first', async () => {
    const db = await openTemporary();
    await createDocument(db);
    const term = db.nextTerm();
    const appended = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        appendText(db, [update(index % 256), update(index % 256)], term),
      ),
    );
    expect(appended.map(({ firstSeq }) => firstSeq)).toEqual(
      Array.from({ length: 500 }, (_, index) => 2 + 2 * index),
    );
    const loaded = await loadDocument(db, 1);
    expect(loaded.seq).toBe(1001);
    expect(loaded.head).toEqual(appended.at(-1)?.head);
    expect(loaded.updates.slice(1, 4)).toEqual([update(0), update(0), update(1)]);
  });

  test('documents have logs of their own', async () => {
    const db = await openTemporary();
    await Promise.all([createDocument(db, 1), createDocument(db, 2)]);
    await Promise.all([
      appendText(db, [update(1)], db.nextTerm(), 1),
      appendText(db, [update(2)], db.nextTerm(), 2),
    ]);
    expect((await loadDocument(db, 1)).updates[1]).toEqual(update(1));
    expect((await loadDocument(db, 2)).updates[1]).toEqual(update(2));
  });

  test('a command is carried out once, and its repetition names the first result', async () => {
    const db = await openTemporary();
    await createDocument(db);
    const request = { document: 1, lineage: LINEAGE };
    const entries = [commandEntry('command-a', { number: 7 })];
    await db.append({ ...request, term: db.nextTerm(), entries });
    const again = await db.append({ ...request, term: db.nextTerm(), entries }).catch((e) => e);
    expect(again).toBeInstanceOf(CommandRepeated);
    expect(again).toMatchObject({ commandId: 'command-a', seq: 2, result: '{"number":7}' });
    expect(await findCommand(db, 1, 1, 'command-a')).toEqual({
      seq: 2,
      result: { number: 7, seq: 2 },
    });
    expect(await findCommand(db, 1, 0, 'command-a')).toBeNull();
    expect((await loadDocument(db, 1)).seq).toBe(2);
  });

  test('statements stand or fall with the entries', async () => {
    const db = await openTemporary();
    await createDocument(db);
    const bind = (person: number) =>
      db.query.insertInto('client_ids').values({ document: 1, client_id: 42, person });
    const append = (person: number) =>
      db.append({
        document: 1,
        lineage: LINEAGE,
        term: db.nextTerm(),
        entries: [textEntry(update(person))],
        statements: [bind(person)],
      });
    const outcomes = await Promise.allSettled([append(1), append(0)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((await loadDocument(db, 1)).seq).toBe(2);
  });

  test('after a failed append its term is closed, and other terms go on', async () => {
    const db = await openTemporary();
    await createDocument(db);
    const term = db.nextTerm();
    const failing = db.append({
      document: 1,
      lineage: 'another lineage',
      term,
      entries: [textEntry(update(1))],
    });
    const behind = appendText(db, [update(2)], term);
    const other = appendText(db, [update(3)], db.nextTerm());
    await expect(failing).rejects.toMatchObject({ code: 'wrong-lineage' });
    await expect(behind).rejects.toMatchObject({ code: 'term-closed' });
    await expect(other).resolves.toMatchObject({ firstSeq: 2, lastSeq: 2 });
    await expect(appendText(db, [update(4)], term)).rejects.toMatchObject({ code: 'term-closed' });
    expect((await loadDocument(db, 1)).updates.slice(1)).toEqual([update(3)]);
  });

  test('an append that cannot even be sent closes its term too', async () => {
    const db = await openTemporary();
    await createDocument(db);
    const term = db.nextTerm();
    const unbindable = sql`select ${Symbol('no column holds this')}`.compile(db.query);
    const failing = db.append({
      document: 1,
      lineage: LINEAGE,
      term,
      entries: [textEntry(update(1))],
      statements: [unbindable],
    });
    await expect(failing).rejects.toThrow(TypeError);
    await expect(appendText(db, [update(2)], term)).rejects.toMatchObject({ code: 'term-closed' });
  });

  test('a document that does not exist takes no entries', async () => {
    const db = await openTemporary();
    await expect(appendText(db, [update(1)])).rejects.toMatchObject({ code: 'no-such-document' });
  });
});

describe('a full disk', () => {
  test('refuses what does not fit by name, keeps what does, and recovers', async () => {
    const db = await openTemporary();
    await createDocument(db);
    const limitPages = (pages: number) =>
      db.transact([sql.raw(`pragma max_page_count = ${pages}`).compile(db.query)]);
    await limitPages(60);
    const term = db.nextTerm();
    const [small, large, behind, other] = await Promise.allSettled([
      appendText(db, [update(1)], db.nextTerm()),
      appendText(db, [new Uint8Array(2_000_000)], term),
      appendText(db, [update(2)], term),
      appendText(db, [update(3)], db.nextTerm()),
    ]);
    expect(small.status).toBe('fulfilled');
    expect(large).toMatchObject({ status: 'rejected', reason: { code: 'disk-full' } });
    expect(behind).toMatchObject({ status: 'rejected', reason: { code: 'term-closed' } });
    expect(other.status).toBe('fulfilled');
    expect((await loadDocument(db, 1)).updates.slice(1)).toEqual([update(1), update(3)]);
    await limitPages(100_000);
    await db.probe();
    await appendText(db, [new Uint8Array(2_000_000)]);
    expect((await loadDocument(db, 1)).seq).toBe(4);
  });
});

describe('opening', () => {
  test('a second opening finds everything', async () => {
    const directory = temporaryDirectory();
    const first = await openTemporary(directory);
    await createDocument(first);
    const { head } = await appendText(first, [update(9)]);
    await first.close();
    const second = await openTemporary(directory);
    const loaded = await loadDocument(second, 1);
    expect(loaded.head).toEqual(head);
    expect(loaded.updates[1]).toEqual(update(9));
    expect(await appendText(second, [update(10)])).toMatchObject({ firstSeq: 3 });
  });

  test('a close waits for what was asked, and refuses what comes after', async () => {
    const directory = temporaryDirectory();
    const db = await openTemporary(directory);
    await createDocument(db);
    const last = appendText(db, [update(1)]);
    const closing = db.close();
    await expect(last).resolves.toMatchObject({ firstSeq: 2 });
    await closing;
    await expect(appendText(db, [update(2)])).rejects.toMatchObject({ code: 'closed' });
    await expect(db.query.selectFrom('people').execute()).rejects.toMatchObject({ code: 'closed' });
  });

  test('long work that is asked for after the close starts no thread, which would keep the process', async () => {
    const db = await openTemporary();
    await createDocument(db);
    await db.close();
    const started: unknown[] = [];
    const hear = (worker: unknown) => started.push(worker);
    process.on('worker', hear);
    await expect(db.read('snapshot', { document: 1 })).rejects.toMatchObject({ code: 'closed' });
    process.off('worker', hear);
    expect(started).toEqual([]);
  });

  test('a newer database is refused and left alone', async () => {
    const directory = temporaryDirectory();
    const db = await openTemporary(directory);
    await sql`insert into migrations (number, name, at) values (999, 'later', 0)`.execute(db.query);
    await db.close();
    const outcome = openDatabase({ directory });
    await expect(outcome).rejects.toMatchObject({ code: 'newer-database' });
    await expect(outcome).rejects.toThrow('newer version of Attest');
    const reading = openDatabase({ directory, access: 'read' });
    await expect(reading).rejects.toMatchObject({ code: 'newer-database' });
  });

  test('who only reads needs no lock and cannot write', async () => {
    const directory = temporaryDirectory();
    const server = await openTemporary(directory);
    await createDocument(server);
    const reading = await openDatabase({ directory, access: 'read' });
    expect((await loadDocument(reading, 1)).seq).toBe(1);
    await expect(appendText(reading, [update(1)])).rejects.toThrow('read alone');
    await expect(reading.probe()).rejects.toThrow('read alone');
    await reading.close();
  });

  test('a directory without a database is not one to read', async () => {
    const reading = openDatabase({ directory: temporaryDirectory(), access: 'read' });
    await expect(reading).rejects.toThrow();
  });
});
