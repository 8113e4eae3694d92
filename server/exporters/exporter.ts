// What an exporter is: a plain object that turns a document as it stands into a
// file. One file each, listed in list.ts; nobody asks for an exporter by name.
// The caller has checked who may export; what the audience must not see is
// taken out before an exporter gets the document.
import type { Node } from 'prosemirror-model';
import type { Audience, Selection } from '../../domain/export/selection.ts';
import type { PersonId } from '../../domain/id.ts';
import type { IndexedState } from '../../domain/record/claim-records.ts';
import type { Progress } from '../../domain/derive/progress.ts';
import type { Original } from '../importers/importer.ts';
import type { ClaimView } from './claim-view.ts';
import type { ExportOption } from './option.ts';
import type { Talk } from './talk.ts';

/** A document as a file may show it. */
export interface ExportDocument {
  readonly id: string;
  readonly title: string;
  /** What every address in the file begins with: that of the document under the public URL, else a URN. */
  readonly address: string;
  /** With the anchors of the claims in `views` and of the comments in `records` alone. */
  readonly text: Node;
  /** With whole words, and only what the selection lets through; claims that `views` does not show may be spoken of. */
  readonly records: IndexedState;
  /** The claims that the file shows, in the order of the text; stage and flags are those of the whole document. */
  readonly views: readonly ClaimView[];
  readonly talk: Talk;
  /** Of the whole document: live claims by stage and ruling. */
  readonly progress: Progress;
  readonly original: Original | null;
  /** Archived copies that were uploaded, by hash, as far as they fit together; only for an exporter that `takesFiles`. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly selection: Selection;
  viewOf(claim: string): ClaimView | undefined;
  /** What was chosen of the exporter's own options, by id. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Pieces of evidence that stay out because their sources are protected. */
  readonly protectedEvidence: number;
  /** Withdrawn claims that stay out. */
  readonly withdrawn: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Null where people stay unnamed, and for the server itself. */
  nameOf(person: PersonId): string | null;
}

export interface FileKind {
  /** Behind the file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
}

export interface Exporter {
  readonly id: string;
  /** For a person choosing: "Annotated page (HTML)". */
  readonly label: string;
  /** What such a file is good for, in one sentence. */
  readonly purpose: string;
  /** Whom such a file is for where nobody says otherwise. */
  readonly audience: Audience;
  /** What can be chosen, in the order of the dialog; the audience can be always. */
  readonly options: readonly ExportOption[];
  readonly takesFiles?: boolean;
  /** What the file is, with these options. */
  kind(chosen: Readonly<Record<string, string>>): FileKind;
  /**
   * The file in pieces, in order, each of a size that is made within
   * milliseconds. `told` hears how much is done, from 0 to 1.
   */
  write(document: ExportDocument, told: (share: number) => void): Iterable<string | Uint8Array>;
}
