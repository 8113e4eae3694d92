// What one transaction put in the place of words that it deleted. Editors
// delete and insert again what they move (a split, a join, another kind of
// block); an anchor that they did not know of is lost unless it is set again
// on the new items. The place is the same if it lies between the same two
// characters that outlived the transaction. To be called while the transaction
// is being observed: afterwards Yjs collects what was deleted.
import * as Y from 'yjs';
import { BLOCK_BREAK, type Piece } from '../text/plain-text.ts';
import { without } from './set-anchor.ts';
import type { Span } from './snap.ts';
import { nextItem, survivorBefore } from './tree-walk.ts';
import { fold, similarity } from './words.ts';

/** What may be spent on all anchors after one transaction, so that a huge change cannot take long. */
export interface Budget {
  /** Items that may be looked at. */
  steps: number;
  /** Pairs of units that may be compared; what comes after counts as unlike. */
  comparisons: number;
}

/** Deleted characters, all or part of one item, in the order that they had. */
export interface Lost {
  readonly item: Y.Item;
  /** From the start of the item. */
  readonly from: number;
  readonly to: number;
}

const CONTEXT = 32;
// More than so many places to choose from is no place at all.
const MOST_SPOTS = 64;
const wordSign = /[\p{L}\p{N}\p{M}]/u;

/** What stands where `lost` stood, or null: nothing does, or looking took too long. */
export function readReplacement(
  lost: readonly Lost[],
  transaction: Y.Transaction,
  budget: Budget,
): Replacement | null {
  const first = lost[0];
  const strips = first && readStrips(lost, first, transaction, budget);
  return strips ? new Replacement(strips) : null;
}

export class Replacement {
  readonly #strips: Strips;

  constructor(strips: Strips) {
    this.#strips = strips;
  }

  /** Whether the lost words alone were replaced, by others, and `pieces` are of those others. */
  isTypedOver(pieces: readonly Piece[]): boolean {
    const { before, after, start, end } = this.#strips;
    if (start > 0 || end < before.string.length || this.sameWords().length > 0) return false;
    const all = after.pieces(0, after.string.length);
    return pieces.every((piece) => without(piece, all).length === 0);
  }

  /** The pieces that hold the very words that were lost; empty if there are none, or they cannot be told from others. */
  sameWords(): Piece[] {
    const { before, after, start, end } = this.#strips;
    const words = fold(before.string.slice(start, end)).text;
    if (words === '') return [];
    const folded = fold(after.string);
    const spots: (Span & { score: number })[] = [];
    for (let at = folded.text.indexOf(words); at >= 0; at = folded.text.indexOf(words, at + 1)) {
      const spot = {
        start: folded.origin[at] ?? 0,
        end: folded.origin[at + words.length] ?? after.string.length,
      };
      // What was a whole word must not become part of another.
      if (cuts(before.string, start) !== cuts(after.string, spot.start)) continue;
      if (cuts(before.string, end) !== cuts(after.string, spot.end)) continue;
      spots.push({ ...spot, score: neighbours(before.string, { start, end }, after.string, spot) });
      if (spots.length >= MOST_SPOTS) return [];
    }
    spots.sort((a, b) => b.score - a.score);
    const [best, second] = spots;
    if (best === undefined || second?.score === best.score) return [];
    return after.pieces(best.start, best.end);
  }
}

/** Whether a border at `at` lies inside a word. */
function cuts(string: string, at: number): boolean {
  return wordSign.test(string.charAt(at - 1)) && wordSign.test(string.charAt(at));
}

function neighbours(before: string, place: Span, after: string, spot: Span): number {
  const prefix = (string: string, at: number): string =>
    string.slice(Math.max(0, at - CONTEXT), at);
  return (
    similarity(prefix(before, place.start), prefix(after, spot.start)) +
    similarity(
      before.slice(place.end, place.end + CONTEXT),
      after.slice(spot.end, spot.end + CONTEXT),
    )
  );
}

interface Strips {
  /** What was deleted between the two characters that outlived the transaction. */
  readonly before: Strip;
  /** What was inserted between them. */
  readonly after: Strip;
  /** Where the lost words are in `before`. */
  readonly start: number;
  readonly end: number;
}

function readStrips(
  lost: readonly Lost[],
  first: Lost,
  transaction: Y.Transaction,
  budget: Budget,
): Strips | null {
  const isNew = (item: Y.Item): boolean =>
    item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
  const parts = new Map(lost.map((part) => [part.item, part]));
  const before = new Strip();
  const after = new Strip();
  let start = -1;
  let end = -1;
  const left = survivorBefore(first.item, isNew, budget);
  for (let item = left.item; item !== null && budget.steps > 0; item = nextItem(item)) {
    budget.steps--;
    if (!(item.content instanceof Y.ContentString) || item === left.survivor) continue;
    if (!item.deleted) {
      // The character on the other side.
      if (!isNew(item)) break;
      after.add(item);
    } else if (!isNew(item) && Y.isDeleted(transaction.deleteSet, item.id)) {
      before.add(item);
      const part = parts.get(item);
      if (part !== undefined) {
        const at = before.string.length - item.length;
        if (start < 0) start = at + part.from;
        end = at + part.to;
      }
    }
  }
  return start < 0 || budget.steps <= 0 || after.string === ''
    ? null
    : { before, after, start, end };
}

/** Strings in text order, with a line break wherever the text block changes. */
class Strip {
  string = '';
  readonly #items: { item: Y.Item; at: number }[] = [];

  add(item: Y.Item): void {
    if (!(item.content instanceof Y.ContentString)) return;
    const last = this.#items.at(-1);
    if (last !== undefined && last.item.parent !== item.parent) this.string += BLOCK_BREAK;
    this.#items.push({ item, at: this.string.length });
    this.string += item.content.str;
  }

  pieces(start: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    for (const { item, at } of this.#items) {
      const from = Math.max(start, at);
      const to = Math.min(end, at + item.length);
      if (from >= to || !(item.parent instanceof Y.XmlText)) continue;
      pieces.push({ text: item.parent, index: indexOf(item) + from - at, length: to - from });
    }
    return pieces;
  }
}

function indexOf(item: Y.Item): number {
  let index = 0;
  for (let left = item.left; left !== null; left = left.left) {
    if (!left.deleted && left.countable) index += left.length;
  }
  return index;
}
