/** The work of the reading thread that is more than a query. */
import type { SearchAsked, SearchFound } from '../search/search-index.ts';
import type { Connection } from '../storage/connection.ts';
import type { EncodedState } from './encode-state.ts';
import { type PackedDocument, readDocument } from './read-document.ts';
import type { Verification } from './verification.ts';

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

export interface DocumentInput {
  readonly document: number;
}

export type ReadTasks = {
  readonly load: { readonly input: LoadInput; readonly output: PackedDocument };
  readonly snapshot: {
    readonly input: DocumentInput;
    readonly output: EncodedState | null;
  };
  readonly search: { readonly input: SearchAsked; readonly output: SearchFound };
  readonly verify: { readonly input: DocumentInput; readonly output: Verification };
  /** The plain text with which a document began; null where nobody ever changed it. */
  readonly firstText: { readonly input: DocumentInput; readonly output: string | null };
};

/** What needs Yjs is loaded when it is first asked for: a thread that only reads starts twice as fast. */
export const readTasks = {
  load: (context: ReadContext, input: LoadInput): PackedDocument =>
    readDocument(context.connection, input),
  snapshot: async (context: ReadContext, input: DocumentInput): Promise<EncodedState | null> => {
    const { encodeState } = await import('./encode-state.ts');
    return encodeState(context.connection, input.document);
  },
  firstText: async (context: ReadContext, input: DocumentInput): Promise<string | null> => {
    const { firstText } = await import('./first-text.ts');
    return firstText(context.connection, input.document);
  },
  search: async (context: ReadContext, input: SearchAsked): Promise<SearchFound> => {
    const { searchSqlite } = await import('../search/read-sqlite.ts');
    return searchSqlite(context.connection, input);
  },
  verify: async (context: ReadContext, input: DocumentInput): Promise<Verification> => {
    const { replayAndCompare } = await import('./replay.ts');
    return replayAndCompare(context, input.document);
  },
};
