// What can be wrong with an anchor after an editor's change, and what mends it.
// The server is the one repairer; `repair-plan` finds what is to be done.
import type { Piece } from '../text/plain-text.ts';
import { wordsOf } from './char-range.ts';
import { formatPieces } from './set-anchor.ts';

/** What is said in the history about mending each. */
const repairReasons = {
  'no-record': 'Removed a mark that belongs to no record.',
  copy: 'Removed the mark from a copy of the words.',
  'other-words': 'Removed the mark from words that it was not set on.',
  'taken-off': 'Put the mark back on words that it had been taken off.',
  'set-again': 'Set the mark again on words that an edit moved.',
  gap: 'Closed a gap inside the marked words.',
} as const;

export type RepairKind = keyof typeof repairReasons;

/** One thing to mend on one anchor. */
export interface Repair {
  readonly kind: RepairKind;
  readonly id: string;
  /** A sentence for the history. */
  readonly why: string;
  /** The words that it marks or unmarks. */
  readonly words: string;
  /** Writes the formats. Call it in a transaction of the server's, before anything else changes the text. */
  apply(): void;
}

export function repair(kind: RepairKind, id: string, pieces: readonly Piece[]): Repair {
  const marks = kind === 'taken-off' || kind === 'set-again' || kind === 'gap';
  return {
    kind,
    id,
    why: repairReasons[kind],
    words: wordsOf(pieces),
    apply: () => formatPieces(pieces, id, marks ? { id } : null),
  };
}
