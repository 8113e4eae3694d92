// Setting, removing and finding anchors in a Yjs text. They are written as
// formats and never through an editor: that touches nothing but the anchor's
// own format, where a binding would write the block's other marks anew.
import * as Y from 'yjs';
import { anchorKey } from '../text/mark-key.ts';
import { childrenOf, type Piece } from '../text/plain-text.ts';
import { readAnchor, readAnchors } from './char-range.ts';

/**
 * Puts the anchor `id` on these pieces and takes it off wherever else it lies.
 * A transaction that is open already takes it in; its origin is the caller's.
 */
export function setAnchor(
  fragment: Y.XmlFragment,
  id: string,
  { pieces }: { readonly pieces: readonly Piece[] },
): void {
  transact(fragment, () => {
    // Both are found before anything changes: formatting moves no character.
    const elsewhere = [...textsOf(fragment)]
      .flatMap((text) => readAnchor(text, id))
      .flatMap((piece) => without(piece, pieces));
    formatPieces(elsewhere, id, null);
    formatPieces(pieces, id, { id });
  });
}

/** Formats `pieces` with the anchor, or takes it off them; call it inside a transaction. */
export function formatPieces(
  pieces: readonly Piece[],
  id: string,
  value: { id: string } | null,
): void {
  const key = anchorKey(id);
  for (const { text, index, length } of pieces) text.format(index, length, { [key]: value });
}

function transact(fragment: Y.XmlFragment, change: () => void): void {
  if (fragment.doc === null)
    throw new RangeError('An anchor needs a fragment that is part of a document.');
  fragment.doc.transact(change);
}

/** What of `piece` none of `others` covers. */
export function without(piece: Piece, others: readonly Piece[]): Piece[] {
  const end = piece.index + piece.length;
  const covering = others
    .filter((other) => other.text === piece.text)
    .toSorted((a, b) => a.index - b.index);
  const left: Piece[] = [];
  let at = piece.index;
  for (const other of covering) {
    if (other.index >= end) break;
    if (other.index > at) left.push({ text: piece.text, index: at, length: other.index - at });
    at = Math.max(at, other.index + other.length);
  }
  if (at < end) left.push({ text: piece.text, index: at, length: end - at });
  return left;
}

/**
 * Where every anchor of the fragment lies: its pieces in text order, adjacent
 * ones in the same text joined. Marks of nobody's record are there too.
 */
export function anchorRanges(fragment: Y.XmlFragment): Map<string, Piece[]> {
  const ranges = new Map<string, Piece[]>();
  for (const text of textsOf(fragment)) {
    for (const [id, chars] of readAnchors(text)) {
      const pieces = ranges.get(id) ?? [];
      if (pieces.length === 0) ranges.set(id, pieces);
      for (const { index, length } of chars) {
        const last = pieces.at(-1);
        if (last?.text === text && last.index + last.length === index) {
          pieces[pieces.length - 1] = { ...last, length: last.length + length };
        } else {
          pieces.push({ text, index, length });
        }
      }
    }
  }
  return ranges;
}

/** Every text under `parent`, in text order. */
export function* textsOf(parent: Y.XmlFragment): Generator<Y.XmlText> {
  for (const child of childrenOf(parent)) {
    if (child instanceof Y.XmlText) yield child;
    else yield* textsOf(child);
  }
}
