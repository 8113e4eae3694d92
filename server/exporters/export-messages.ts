// What an export's process and the server say to each other.
import type { HistoryEntry } from '../log/history.ts';
import type { Choices } from './choices.ts';
import type { ExportSource } from './write-export.ts';

export interface ExportTask {
  readonly source: ExportSource;
  readonly format: string;
  readonly choices: Choices;
  /** How many chunks may be sent before the first `more`. */
  readonly ahead: number;
}

export type FromExport =
  | { readonly type: 'entries-before'; readonly before: number | undefined }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'chunk'; readonly bytes: Uint8Array };

export type ToExport =
  | { readonly type: 'entries'; readonly entries: readonly HistoryEntry[] }
  | { readonly type: 'more' };
