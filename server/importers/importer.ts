// What an importer is: a plain object that turns a file's bytes into a text and
// what the file says of it. One file each, listed in list.ts; nobody asks for
// an importer by name.
import type { Node } from 'prosemirror-model';
import type { Settings } from '../../domain/record/settings.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Bundle } from '../exporters/bundle-schema.ts';

/** The bytes that a document came from, kept for download. */
export interface Original {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Imported {
  /** What the file itself says of the document; a key that is missing was not in it. */
  readonly settings: Partial<Settings>;
  /** A whole document of the text's schema, sections included. */
  readonly text: Node;
  /** Everything else that an Attest bundle brings; null for a file that is only a text. */
  readonly bundle: Bundle | null;
}

export interface Importer {
  readonly id: string;
  /** For a person choosing: "Plain text". */
  readonly label: string;
  /** What such a file is stored and downloaded as. */
  readonly mediaType: string;
  /** The largest file of this kind, in bytes. */
  readonly largest: number;
  /** Whether this file is of its kind, by its name and its first 4 kB. It may still be refused when read. */
  accepts(name: string, head: Uint8Array): boolean;
  /** Hostile bytes give a refusal, never an exception. */
  read(bytes: Uint8Array): Imported | Refusal;
  /** The original where it is not the file itself (a bundle carries its own); null for none. */
  original?(imported: Imported): Original | null;
}
