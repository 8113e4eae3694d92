/** What the main thread and the store's two threads say to each other. */
import type { ReadTasks } from '../log/read-tasks.ts';
import type { Appended, PlainAppend } from './appender.ts';
import type { PlainError } from './errors.ts';
import type { PlainStatement, StatementResult } from './statement.ts';

/** What a thread can be asked: name → what it takes and gives. */
export type Calls = Readonly<Record<string, { readonly input: unknown; readonly output: unknown }>>;

export type WriterCalls = {
  readonly transact: {
    readonly input: readonly PlainStatement[];
    readonly output: readonly StatementResult[];
  };
  readonly append: { readonly input: PlainAppend; readonly output: Appended };
};

export type ReaderCalls = ReadTasks & {
  readonly query: { readonly input: PlainStatement; readonly output: StatementResult };
};

export type Call<C extends Calls> = {
  readonly [K in keyof C & string]: {
    readonly id: number;
    readonly name: K;
    readonly input: C[K]['input'];
  };
}[keyof C & string];

export type ToThread<C extends Calls> =
  | { readonly type: 'calls'; readonly calls: readonly Call<C>[] }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'close' };

export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: PlainError };

export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'not-ready'; readonly error: PlainError }
  | { readonly type: 'replies'; readonly replies: readonly Reply[] }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly of: number };

export interface ThreadData {
  readonly directory: string;
  /** How many migrations this version knows. */
  readonly migrations: number;
}
