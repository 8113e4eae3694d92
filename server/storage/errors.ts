/**
 * What can go wrong in the store, by name, so that callers decide by `code` and
 * never by SQLite's words. Errors cross between threads as plain objects.
 */
export type StorageErrorCode =
  | 'disk-full'
  /** A uniqueness, foreign key, check or not-null rule of a table. */
  | 'constraint'
  /** An earlier append of the same term failed: the bytes of this one build on what was lost. */
  | 'term-closed'
  | 'command-repeated'
  | 'no-such-document'
  | 'wrong-lineage'
  /** A statement of a transaction did not change the number of rows it had to. */
  | 'unexpected-rows'
  /** Another server has this data directory. */
  | 'in-use'
  /** The database was written by a newer version of Attest. */
  | 'newer-database'
  /** Opened to read alone, and the database is missing or older than this version. */
  | 'not-ready'
  | 'corrupt'
  | 'closed'
  /** Somebody stopped the work, or the database was closed under it. */
  | 'cancelled'
  /** Anything else: a statement that SQLite does not understand, a disk that does not answer. */
  | 'failed';

export class StorageError extends Error {
  override readonly name: string = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The command was carried out before. `result` is the first one, a JSON object without its `seq`. */
export class CommandRepeated extends StorageError {
  override readonly name = 'CommandRepeated';
  readonly commandId: string;
  readonly seq: number;
  readonly result: string;

  constructor(first: FirstResult) {
    super('command-repeated', `Command ${first.commandId} was carried out as entry ${first.seq}`);
    this.commandId = first.commandId;
    this.seq = first.seq;
    this.result = first.result;
  }
}

export interface FirstResult {
  readonly commandId: string;
  readonly seq: number;
  readonly result: string;
}

/** An error on its way between threads. */
export interface PlainError {
  readonly code: StorageErrorCode;
  readonly message: string;
  readonly first?: FirstResult;
  readonly damage?: { readonly document: number; readonly seq: number; readonly problem: string };
}

/** Reads SQLite's code from an error of better-sqlite3; other errors keep their words as `failed`. */
export function storageErrorFrom(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StorageError(codeOf(error), message, { cause: error });
}

function codeOf(error: unknown): StorageErrorCode {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL') return 'disk-full';
  if (code.startsWith('SQLITE_CONSTRAINT')) return 'constraint';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'corrupt';
  return 'failed';
}

/** SQLite's own code, or the empty string. */
export function sqliteCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : '';
}
