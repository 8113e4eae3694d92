/** Brings the tables up to date when the writer starts. The directory's lock is held meanwhile. */
import type Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { StorageError } from './errors.ts';
import { type Migration, migrations } from './migrations/list.ts';

/**
 * Each migration is a transaction of its own together with the row that records
 * it. Throws a StorageError `newer-database` before it touches one.
 */
export async function migrate(
  sqlite: Sqlite.Database,
  list: readonly Migration[] = migrations,
): Promise<void> {
  const done = migrationsDone(sqlite);
  refuseNewer(done, list.length);
  // Not destroyed at the end: that would close the connection, which belongs to the caller.
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) });
  if (done === 0)
    await sql`create table if not exists migrations (
    number integer primary key not null, name text not null, at integer not null
  ) strict`.execute(db);
  for (const [index, migration] of list.entries()) {
    if (index < done) continue;
    await db.transaction().execute(async (transaction) => {
      await migration.up(transaction);
      await sql`insert into migrations (number, name, at)
        values (${index + 1}, ${migration.name}, ${Date.now()})`.execute(transaction);
    });
  }
}

/** For who only reads: throws `newer-database`, or `not-ready` where a server has to start first. */
export function checkVersion(sqlite: Sqlite.Database): void {
  const done = migrationsDone(sqlite);
  refuseNewer(done, migrations.length);
  if (done < migrations.length) {
    throw new StorageError(
      'not-ready',
      'The data directory is from an older version of Attest: start the server once to bring it up to date.',
    );
  }
}

function migrationsDone(sqlite: Sqlite.Database): number {
  const exists = sqlite
    .prepare(`select 1 from sqlite_schema where type = 'table' and name = 'migrations'`)
    .get();
  if (exists === undefined) return 0;
  const done = sqlite.prepare('select coalesce(max(number), 0) from migrations').pluck().get();
  return Number(done);
}

function refuseNewer(done: number, known: number): void {
  if (done <= known) return;
  throw new StorageError(
    'newer-database',
    `The data directory was written by a newer version of Attest (tables at ${done}, this version knows ${known}). ` +
      'Start that version, or restore a backup made before the upgrade.',
  );
}
