/** One SQLite connection of one thread. Never opened on the main thread: every call blocks. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StorageError } from './errors.ts';
import type { PlainStatement, StatementResult } from './statement.ts';

const STATEMENTS_KEPT = 500;

/** The database file of a data directory. */
function databaseFile(directory: string): string {
  return join(directory, 'attest.db');
}

export class Connection {
  readonly sqlite: Sqlite.Database;
  readonly #prepared = new Map<string, Sqlite.Statement<unknown[], unknown>>();

  constructor(directory: string, access: 'read' | 'write') {
    const readonly = access === 'read';
    this.sqlite = new Sqlite(databaseFile(directory), { readonly, fileMustExist: readonly });
    this.sqlite.pragma('busy_timeout = 5000');
    this.sqlite.pragma('foreign_keys = on');
    this.sqlite.pragma('trusted_schema = off');
    if (readonly) return;
    this.sqlite.pragma('journal_mode = wal');
    // The build's default in WAL mode is NORMAL, which loses commits when the power goes.
    this.sqlite.pragma('synchronous = full');
  }

  /** A prepared statement, kept for the next time. */
  prepare(sql: string): Sqlite.Statement<unknown[], unknown> {
    const kept = this.#prepared.get(sql);
    if (kept) return kept;
    if (this.#prepared.size >= STATEMENTS_KEPT) this.#prepared.clear();
    const statement = this.sqlite.prepare<unknown[], unknown>(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  /** Throws a StorageError `unexpected-rows` where the statement demands another number. */
  run(statement: PlainStatement): StatementResult {
    const prepared = this.prepare(statement.sql);
    let result: StatementResult;
    if (prepared.reader) {
      const rows = prepared.all(...statement.parameters);
      result = { rows, changes: prepared.readonly ? 0 : rows.length, insertId: null };
    } else {
      const { changes, lastInsertRowid } = prepared.run(...statement.parameters);
      result = { rows: [], changes, insertId: Number(lastInsertRowid) };
    }
    if (statement.rows !== undefined && statement.rows !== result.changes) {
      throw new StorageError(
        'unexpected-rows',
        `A statement changed ${result.changes} rows instead of ${statement.rows}`,
      );
    }
    return result;
  }

  close(): void {
    this.#prepared.clear();
    this.sqlite.close();
  }
}
