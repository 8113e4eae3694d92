/**
 * The store as the rest of the server knows it: one data directory, one thread
 * that writes, threads that read, and nothing on the main thread that waits for
 * a disk.
 */
import { mkdir } from 'node:fs/promises';
import { Kysely } from 'kysely';
import type { NewEntry } from '../log/entry.ts';
import type { ReadTasks } from '../log/read-tasks.ts';
import type { Appended } from './appender.ts';
import { threadsDialect } from './dialect.ts';
import { StorageError } from './errors.ts';
import type { ReaderCalls, ThreadData, WriterCalls } from './messages.ts';
import { migrations } from './migrations/list.ts';
import {
  compact,
  type Expectation,
  plainStatement,
  type Statement,
  type StatementResult,
} from './statement.ts';
import type { Tables } from './tables.ts';
import { type CallOptions, Thread } from './thread.ts';

export interface Database {
  /** What only reads goes to the reader, a single write to the writer as a transaction of its own. */
  readonly query: Kysely<Tables>;
  /** All statements in one transaction, in order. Resolves once durable; rejects whole. */
  transact(statements: readonly (Statement | Expectation)[]): Promise<readonly StatementResult[]>;
  /**
   * Appends to one document's log, with statements that stand or fall with the
   * entries and run before them. Resolves once durable. Rejects with a
   * StorageError, or a CommandRepeated; either way nothing was written and every
   * later append of the same term is refused.
   */
  append(request: AppendRequest): Promise<Appended>;
  /** A fresh term: every load of a room takes one, and so does an append outside of rooms. */
  nextTerm(): number;
  /** Work of the reading threads: callers use `loadDocument`, `writeSnapshot`, `verifyDocument`. */
  read<K extends keyof ReadTasks>(
    task: K,
    input: ReadTasks[K]['input'],
    options?: Pick<CallOptions, 'onProgress' | 'signal'>,
  ): Promise<ReadTasks[K]['output']>;
  /** Writes one row and resolves once it is durable: says whether the disk takes writes again. */
  probe(): Promise<void>;
  /** Finishes what was asked, then closes. What is asked afterwards is rejected as `closed`. */
  close(): Promise<void>;
}

export interface AppendRequest {
  readonly document: number;
  readonly lineage: string;
  readonly term: number;
  readonly entries: readonly NewEntry[];
  readonly statements?: readonly (Statement | Expectation)[];
}

export type { Appended } from './appender.ts';

export interface DatabaseOptions {
  /** Made where it is missing. */
  readonly directory: string;
  /** `read` needs no lock, works beside a running server, and runs no migrations. */
  readonly access?: 'write' | 'read';
}

/** Runs migrations. Rejects with a StorageError: `in-use`, `newer-database`, `not-ready`, `corrupt`. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { directory, access = 'write' } = options;
  const data: ThreadData = { directory, migrations: migrations.length };
  let writer: Thread<WriterCalls> | null = null;
  if (access === 'write') {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    writer = await Thread.start<WriterCalls>(new URL('./writer.ts', import.meta.url), data);
  }
  try {
    return new ThreadedDatabase(data, writer, await startReader(data));
  } catch (error) {
    await writer?.close();
    throw error;
  }
}

function startReader(data: ThreadData): Promise<Thread<ReaderCalls>> {
  return Thread.start<ReaderCalls>(new URL('./reader.ts', import.meta.url), data);
}

class ThreadedDatabase implements Database {
  readonly query: Kysely<Tables>;
  readonly #data: ThreadData;
  readonly #writer: Thread<WriterCalls> | null;
  readonly #reader: Thread<ReaderCalls>;
  /** For work that takes long, so that queries and loads do not wait behind it. Started when first needed. */
  #background: Promise<Thread<ReaderCalls>> | null = null;
  readonly #closedTerms = new Set<number>();
  #term = 0;
  #closing: Promise<void> | null = null;

  constructor(data: ThreadData, writer: Thread<WriterCalls> | null, reader: Thread<ReaderCalls>) {
    this.#data = data;
    this.#writer = writer;
    this.#reader = reader;
    this.query = new Kysely<Tables>({
      dialect: threadsDialect({
        read: (statement) => this.#ask(reader).call('query', statement),
        write: async (statement) => {
          const [result] = await this.#ask(this.#writing()).call('transact', [statement]);
          if (!result) throw new StorageError('failed', 'A statement gave no result');
          return result;
        },
      }),
    });
  }

  async transact(
    statements: readonly (Statement | Expectation)[],
  ): Promise<readonly StatementResult[]> {
    return this.#ask(this.#writing()).call('transact', statements.map(plainStatement));
  }

  async append(request: AppendRequest): Promise<Appended> {
    const { statements = [], entries, ...rest } = request;
    if (this.#closedTerms.has(request.term)) {
      throw new StorageError('term-closed', 'An earlier change of this room was not saved');
    }
    try {
      return await this.#ask(this.#writing()).call('append', {
        ...rest,
        entries: entries.map((entry) => ({ ...entry, payload: compact(entry.payload) })),
        statements: statements.map(plainStatement),
      });
    } catch (error) {
      // The writer closes the term of what reached it; this may not have got so far.
      this.#closedTerms.add(request.term);
      throw error;
    }
  }

  nextTerm(): number {
    this.#term += 1;
    return this.#term;
  }

  async read<K extends keyof ReadTasks>(
    task: K,
    input: ReadTasks[K]['input'],
    options: Pick<CallOptions, 'onProgress' | 'signal'> = {},
  ): Promise<ReadTasks[K]['output']> {
    const thread = task === 'load' ? this.#reader : await this.#inBackground();
    return this.#ask(thread).call(task, input, options);
  }

  async probe(): Promise<void> {
    await this.query
      .insertInto('meta')
      .values({ key: 'probe', value: String(Date.now()) })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ value: (row) => row.ref('excluded.value') }),
      )
      .execute();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Readers first: the last connection to close folds the write-ahead log in. */
  async #close(): Promise<void> {
    const background = await this.#background?.catch(() => null);
    await Promise.all([background?.close(), this.#reader.close()]);
    await this.#writer?.close();
  }

  /** A thread started after the end would keep the process from ending. */
  #inBackground(): Promise<Thread<ReaderCalls>> {
    this.#background ??= startReader(this.#ask(this.#data));
    return this.#background;
  }

  #writing(): Thread<WriterCalls> {
    if (this.#writer) return this.#writer;
    throw new StorageError('failed', 'The database was opened to read alone');
  }

  #ask<T>(thread: T): T {
    if (this.#closing) throw new StorageError('closed', 'The database is closed');
    return thread;
  }
}
