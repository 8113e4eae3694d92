/**
 * The row of the log: who did what, when. Everything else that Attest knows of
 * a document (its state, its history, its audit) is read from these.
 */
import type { PersonId } from '../../domain/id.ts';

/** What an entry records. Stored and hashed: a number never changes its meaning. */
export const EntryKind = {
  created: 1,
  text: 2,
  command: 3,
  /** Yjs' own tidying after somebody's change; its actor is the system. */
  cleanup: 4,
  /** What the one repairer did to the anchors. */
  repair: 5,
  snapshot: 6,
  membership: 7,
  invitation: 8,
  export: 9,
  /** Renamed, archived, deleted and their undoing. */
  lifecycle: 10,
} as const;
export type EntryKind = (typeof EntryKind)[keyof typeof EntryKind];

/** An entry before the writer gave it its place: see `payload.ts` for the bytes. */
export interface NewEntry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly actor: PersonId;
  readonly kind: EntryKind;
  readonly payload: Uint8Array;
  /** Present for a command: makes (document, actor, command id) unique. */
  readonly command?: CommandReceipt;
}

export interface CommandReceipt {
  readonly id: string;
  /** A JSON object. Who reads it back finds `seq` filled in. */
  readonly result: string;
}

/** An entry as it stands in the log. */
export interface StoredEntry {
  readonly document: number;
  readonly lineage: string;
  /** From 1, without gaps, over all lineages of the document. */
  readonly seq: number;
  readonly at: number;
  readonly actor: PersonId;
  readonly kind: number;
  readonly salt: Uint8Array;
  readonly payload: Uint8Array;
  readonly hash: Uint8Array;
}

/** Whether entries of this kind carry a Yjs update: loading a document applies these and no others. */
export function bearsUpdate(kind: number): boolean {
  return kind >= EntryKind.created && kind <= EntryKind.repair;
}
