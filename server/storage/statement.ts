/** Statements on their way to a thread: compiled, and with nothing in them that SQLite cannot bind. */
import type { Compilable, CompiledQuery } from 'kysely';

/** A query of Kysely, compiled or not. */
export type Statement = Compilable | CompiledQuery;

/** A statement that takes its whole transaction back unless it changes exactly `rows` rows. */
export interface Expectation {
  readonly statement: Statement;
  readonly rows: number;
}

/** For what may happen only once: `expecting(1, db.query.updateTable('invitations')…)`. */
export function expecting(rows: number, statement: Statement): Expectation {
  return { statement, rows };
}

export interface StatementResult {
  readonly rows: readonly unknown[];
  /** Rows inserted, updated or deleted; what a `returning` clause gave back counts. */
  readonly changes: number;
  readonly insertId: number | null;
}

export type Bindable = string | number | bigint | null | Uint8Array;

export interface PlainStatement {
  readonly sql: string;
  readonly parameters: readonly Bindable[];
  readonly rows?: number;
}

export function plainStatement(given: Statement | Expectation): PlainStatement {
  if ('rows' in given) return { ...plainStatement(given.statement), rows: given.rows };
  const { sql, parameters } = 'compile' in given ? given.compile() : given;
  return { sql, parameters: parameters.map(bindable) };
}

/** Booleans become 0 and 1, dates ISO text; throws a TypeError on what no column can hold. */
function bindable(value: unknown): Bindable {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Uint8Array) return compact(value);
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`Cannot store a value of type ${typeof value}`);
}

/** A message to a thread copies the whole buffer behind a view: cut out what is meant. */
export function compact(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
}
