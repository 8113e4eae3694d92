// What an export's thread and the main thread say to each other.
import type { HistoryEntry } from '../log/history.ts';
import type { Choices } from './choices.ts';
import type { ExportSource } from './write-export.ts';

export interface ThreadInput {
  readonly source: ExportSource;
  readonly format: string;
  readonly choices: Choices;
  /** How many chunks may be sent before the first `more`. */
  readonly ahead: number;
}

export type FromExport =
  | { readonly type: 'entries-before'; readonly before: number | undefined }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'chunk'; readonly bytes: Uint8Array }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly reason: string };

export type ToExport =
  | { readonly type: 'entries'; readonly entries: readonly HistoryEntry[] }
  | { readonly type: 'more' };

/** An error does not travel whole: what it says, and where it came from. */
export function explainedError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
