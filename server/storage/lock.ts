/**
 * One server to a data directory. The lock is the operating system's, on a file
 * beside the database, so that it ends with the process however that ends: no
 * stale lock is ever left for a person to delete.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StorageError, sqliteCode } from './errors.ts';

export interface DirectoryLock {
  release(): void;
}

/** Throws a StorageError `in-use` when another thread or process has the directory. */
export function lockDirectory(directory: string): DirectoryLock {
  const owner = join(directory, 'attest.pid');
  const file = new Sqlite(join(directory, 'attest.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (!sqliteCode(error).startsWith('SQLITE_BUSY')) throw error;
    throw new StorageError(
      'in-use',
      `Another Attest server${processOf(owner)} uses the data directory ${directory}. ` +
        'Stop it first, or give this one a data directory of its own.',
    );
  }
  writeFileSync(owner, `${process.pid}\n`);
  return {
    release: () => {
      rmSync(owner, { force: true });
      file.close();
    },
  };
}

/** The file is for this message alone; the lock does not depend on it. */
function processOf(owner: string): string {
  try {
    return ` (process ${readFileSync(owner, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
