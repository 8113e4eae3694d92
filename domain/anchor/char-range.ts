// Characters by their Yjs ids, which no edit changes: how the repairer knows
// the words that an anchor lies on from others that look the same.
import * as Y from 'yjs';
import { anchorKey, anchorOfFormat, isAnchorKey } from '../text/mark-key.ts';
import { type Piece, stringOf } from '../text/plain-text.ts';

/** Consecutive characters of one client in one text; `index` is of the moment when they were read. */
export interface CharRange extends Piece {
  readonly client: number;
  readonly clock: number;
}

/** Some live characters of a text, and whether the anchor in question lies on them. */
export interface Run extends CharRange {
  readonly marked: boolean;
}

function rangeOf(text: Y.XmlText, item: Y.Item, index: number): CharRange {
  return { text, index, length: item.length, client: item.id.client, clock: item.id.clock };
}

/** Adds a range, joined to the last one where it goes on with it. */
function append(ranges: CharRange[], next: CharRange): void {
  const last = ranges.at(-1);
  if (
    last !== undefined &&
    last.text === next.text &&
    last.client === next.client &&
    last.clock + last.length === next.clock &&
    last.index + last.length === next.index
  ) {
    ranges[ranges.length - 1] = { ...last, length: last.length + next.length };
  } else {
    ranges.push(next);
  }
}

/**
 * The anchors of `text`, each with the characters that it lies on, in text
 * order. A format whose key and value do not fit each other is nobody's anchor.
 */
export function readAnchors(text: Y.XmlText): Map<string, CharRange[]> {
  const found = new Map<string, CharRange[]>();
  // Yjs' own flag: most texts have no format at all, and need not be read.
  if (!text._hasFormatting) return found;
  const open = new Map<string, string>();
  let index = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      if (!isAnchorKey(key)) continue;
      const id = value === null ? null : anchorOfFormat(key, value);
      if (id === null) open.delete(key);
      else open.set(key, id);
    } else if (item.countable) {
      for (const id of open.values()) {
        let ranges = found.get(id);
        if (ranges === undefined) found.set(id, (ranges = []));
        append(ranges, rangeOf(text, item, index));
      }
      index += item.length;
    }
  }
  return found;
}

/** All live characters of `text`, told apart by whether the anchor `id` lies on them. */
export function readRuns(text: Y.XmlText, id: string): Run[] {
  const runs: Run[] = [];
  const own = anchorKey(id);
  let marked = false;
  let index = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      if (key === own) marked = anchorOfFormat(key, value) === id;
    } else if (item.countable) {
      runs.push({ ...rangeOf(text, item, index), marked });
      index += item.length;
    }
  }
  return runs;
}

/** Where one anchor lies in `text`. Cheaper than all of them: most texts do not hold it. */
export function readAnchor(text: Y.XmlText, id: string): Piece[] {
  if (!text._hasFormatting) return [];
  const own = anchorKey(id);
  for (let item = text._start; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentFormat && item.content.key === own && !item.deleted) {
      return readRuns(text, id).filter((run) => run.marked);
    }
  }
  return [];
}

/** Whether two lists are the same characters in the same order. */
export function sameChars(a: readonly CharRange[], b: readonly CharRange[]): boolean {
  return (
    a.length === b.length &&
    a.every((range, i) => {
      const other = b[i];
      return (
        range.text === other?.text &&
        range.client === other.client &&
        range.clock === other.clock &&
        range.length === other.length
      );
    })
  );
}

/** A set of characters, to be asked about parts of ranges. */
export class CharSet {
  /** By client, ascending, none that touch. */
  readonly #byClient = new Map<number, { clock: number; end: number }[]>();

  constructor(ranges: readonly CharRange[]) {
    for (const { client, clock, length } of ranges.toSorted((a, b) => a.clock - b.clock)) {
      const list = this.#byClient.get(client) ?? [];
      if (list.length === 0) this.#byClient.set(client, list);
      const last = list.at(-1);
      if (last?.end === clock) last.end += length;
      else list.push({ clock, end: clock + length });
    }
  }

  /** Splits a run at the set's borders: each part lies wholly inside or outside. */
  split<T extends CharRange>(run: T): { part: T; inside: boolean }[] {
    const parts: { part: T; inside: boolean }[] = [];
    const end = run.clock + run.length;
    let at = run.clock;
    const add = (until: number, inside: boolean): void => {
      if (until <= at) return;
      const part = { ...run, clock: at, index: run.index + at - run.clock, length: until - at };
      parts.push({ part, inside });
      at = until;
    };
    const list = this.#byClient.get(run.client) ?? [];
    for (let i = firstAfter(list, at); i < list.length; i++) {
      const { clock, end: last } = list[i] ?? { clock: end, end };
      if (clock >= end) break;
      add(clock, false);
      add(Math.min(last, end), true);
    }
    add(end, false);
    return parts;
  }
}

/** The first stretch that ends after `clock`. */
function firstAfter(list: readonly { readonly end: number }[], clock: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The words on `pieces`, which are in text order: a line break between texts,
 * a space where words of the same text are left out.
 */
export function wordsOf(pieces: readonly Piece[]): string {
  let words = '';
  // A text is read once, however many pieces it holds: they may be as many as its characters.
  let string = '';
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (last?.text !== piece.text) string = stringOf(piece.text);
    if (last !== undefined) {
      if (last.text !== piece.text) words += '\n';
      else if (last.index + last.length < piece.index) words += ' ';
    }
    words += string.slice(piece.index, piece.index + piece.length);
    last = piece;
  }
  return words;
}
