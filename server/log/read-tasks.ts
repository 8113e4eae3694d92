/** The work of the reading thread that is more than a query. */
import type { Connection } from '../storage/connection.ts';
import { type EncodedState, encodeState } from './encode-state.ts';
import { type PackedDocument, readDocument } from './read-document.ts';
import { type Verification, replayAndCompare } from './replay.ts';

export interface ReadContext {
  readonly connection: Connection;
  progress(done: number, of: number): void;
  isCancelled(): boolean;
}

export interface LoadInput {
  readonly document: number;
  /** Only entries up to this one, for a moment of the past. */
  readonly upTo?: number;
}

export type ReadTasks = {
  readonly load: { readonly input: LoadInput; readonly output: PackedDocument };
  readonly snapshot: {
    readonly input: { readonly document: number };
    readonly output: EncodedState | null;
  };
  readonly verify: { readonly input: { readonly document: number }; readonly output: Verification };
};

export const readTasks = {
  load: (context: ReadContext, input: LoadInput) => readDocument(context.connection, input),
  snapshot: (context: ReadContext, input: { readonly document: number }) =>
    encodeState(context.connection, input.document),
  verify: (context: ReadContext, input: { readonly document: number }) =>
    replayAndCompare(context, input.document),
};
