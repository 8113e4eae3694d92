// Setting, removing and finding anchors in a Yjs text. They are written as
// formats and never through an editor: that touches nothing but the anchor's
// own format, where a binding would write the block's other marks anew.
import * as Y from 'yjs';
import { anchorKey, anchorOfFormat, isAnchorKey } from '../text/mark-key.ts';
import { childrenOf, type Piece } from '../text/plain-text.ts';

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
    const elsewhere = (anchorRanges(fragment).get(id) ?? []).flatMap((piece) =>
      without(piece, pieces),
    );
    formatPieces(elsewhere, id, null);
    formatPieces(pieces, id, { id });
  });
}

/** Takes the anchor `id` off the whole fragment. */
export function removeAnchor(fragment: Y.XmlFragment, id: string): void {
  transact(fragment, () => formatPieces(anchorRanges(fragment).get(id) ?? [], id, null));
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
    for (const [id, pieces] of anchorsOfText(text)) {
      const known = ranges.get(id);
      if (known === undefined) ranges.set(id, pieces);
      else known.push(...pieces);
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

/** The anchors of one text. A format whose key and value do not fit each other is nobody's anchor. */
export function anchorsOfText(text: Y.XmlText): Map<string, Piece[]> {
  const found = new Map<string, Piece[]>();
  const open = new Map<string, { id: string; index: number }>();
  let index = 0;
  const close = (key: string): void => {
    const piece = open.get(key);
    open.delete(key);
    if (piece === undefined || piece.index === index) return;
    const pieces = found.get(piece.id) ?? [];
    found.set(piece.id, pieces);
    const last = pieces.at(-1);
    if (last !== undefined && last.index + last.length === piece.index) {
      pieces[pieces.length - 1] = { text, index: last.index, length: index - last.index };
    } else {
      pieces.push({ text, index: piece.index, length: index - piece.index });
    }
  };
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      if (!isAnchorKey(key)) continue;
      // An open format that the same key opens again is one and the same.
      const id = value === null ? null : anchorOfFormat(key, value);
      if (id !== null && open.get(key)?.id === id) continue;
      close(key);
      if (id !== null) open.set(key, { id, index });
    } else if (item.countable) {
      index += item.length;
    }
  }
  for (const key of open.keys()) close(key);
  return found;
}
