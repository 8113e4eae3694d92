// What an exporter is: a plain object that turns a document as it stands into a
// file. One file each, listed in list.ts. The caller has checked who may export;
// an exporter leaves out what its audience must not see.
import type { Node } from 'prosemirror-model';
import type { RecordState } from '../../domain/record/state.ts';
import type { Original } from '../importers/importer.ts';

/** `members`: whoever may read the document here. `public`: anybody whom the file reaches. */
export const audiences = ['members', 'public'] as const;
export type Audience = (typeof audiences)[number];

export interface ExportInput {
  readonly document: { readonly id: string; readonly title: string };
  readonly text: Node;
  /** With whole words, not as cut for the Y.Doc. */
  readonly records: RecordState;
  readonly original: Original | null;
  readonly audience: Audience;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Exporter {
  readonly id: string;
  /** For a person choosing: "Annotated page (HTML)". */
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Whom such a file is for where nobody says otherwise. */
  readonly audience: Audience;
  write(input: ExportInput): string;
}
