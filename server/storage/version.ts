/** Which migrations a database has had. Apart from them, so that a reading thread need not load Kysely. */
import type Sqlite from 'better-sqlite3';
import { StorageError } from './errors.ts';

export function migrationsDone(sqlite: Sqlite.Database): number {
  const exists = sqlite
    .prepare(`select 1 from sqlite_schema where type = 'table' and name = 'migrations'`)
    .get();
  if (exists === undefined) return 0;
  const done = sqlite.prepare('select coalesce(max(number), 0) from migrations').pluck().get();
  return Number(done);
}

/** Throws a StorageError `newer-database`. `known` is how many this version has. */
export function refuseNewer(done: number, known: number): void {
  if (done <= known) return;
  throw new StorageError(
    'newer-database',
    `The data directory was written by a newer version of Attest (tables at ${done}, this version knows ${known}). ` +
      'Start that version, or restore a backup made before the upgrade.',
  );
}

/** For who only reads: throws `newer-database`, or `not-ready` where a server has to start first. */
export function checkVersion(sqlite: Sqlite.Database, known: number): void {
  const done = migrationsDone(sqlite);
  refuseNewer(done, known);
  if (done === known) return;
  throw new StorageError(
    'not-ready',
    'The data directory is from an older version of Attest: start the server once to bring it up to date.',
  );
}
