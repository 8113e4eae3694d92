/** Brings the tables up to date when the writer starts. The directory's lock is held meanwhile. */
import type Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { type Migration, migrations } from './migrations/list.ts';
import { migrationsDone, refuseNewer } from './version.ts';

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
