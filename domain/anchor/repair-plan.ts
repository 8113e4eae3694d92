// What the one repairer, the server, does to an anchor after a change by an
// editor. Marks travel with the text through nearly everything; this is for the
// rest: copies, gaps, marks put on other words or taken off their own, and new
// items that an editor who did not know of the anchor put in place of the old
// ones. It only plans; `AnchorBook` hands out what is to be done.
import type * as Y from 'yjs';
import type { Piece } from '../text/plain-text.ts';
import { type Run, wordsOf } from './char-range.ts';
import { ALIKE } from './locate.ts';
import { type Repair, repair, type RepairKind } from './repair.ts';
import type { Budget, Replacement } from './replaced.ts';
import { without } from './set-anchor.ts';
import { editDistance, fold } from './words.ts';

/** A run of live characters as the planner sees it. */
export interface Seen extends Run {
  /** The anchor lay on it before the transaction. */
  readonly was: boolean;
  /** The transaction inserted it. */
  readonly isNew: boolean;
  /** Which of the blocks it stands in. */
  readonly block: number;
}

export interface Case {
  readonly id: string;
  /** Every live run of the blocks that hold the anchor, held it, or hold `others`, in text order. */
  runs(others: readonly Y.XmlText[]): readonly Seen[];
  /** The words that the record has. */
  readonly quote: string;
  /** The words that the anchor lay on last. */
  readonly last: string;
  readonly budget: Budget;
  /** Whether characters that it lay on were deleted. */
  readonly lost: boolean;
  /** What stands in place of each stretch of words that was lost; asked only if words are missing. */
  replacements(): readonly Replacement[];
}

interface Part {
  readonly run: Seen;
  /** Whether the anchor shall lie on it. */
  keep: boolean;
  /** Found by its words, not by a mark. */
  readonly again: boolean;
}

/** What mends an anchor that has a record. Empty in nearly every case. */
export function planRepairs(facts: Case): Repair[] {
  let parts = sortOut(facts, []);
  if (isShifted(parts, facts)) return [];
  if (facts.lost && !complete(parts, facts)) {
    const places = facts.replacements().map((place) => place.sameWords());
    const texts = new Set(places.flat().map((piece) => piece.text));
    if (texts.size > 0) parts = findAgain(sortOut(facts, [...texts]), places, facts);
  }
  const gaps = closeGaps(parts);
  const wanted = [facts.last, facts.quote].map((words) => fold(words).text);

  const kinds = new Map<RepairKind, Piece[]>();
  for (const part of parts) {
    const { run, keep } = part;
    if (run.marked === keep) continue;
    const kind: RepairKind = keep
      ? gaps.has(part)
        ? 'gap'
        : run.was
          ? 'taken-off'
          : 'set-again'
      : run.isNew && isCopy(run, wanted)
        ? 'copy'
        : 'other-words';
    const pieces = kinds.get(kind) ?? [];
    if (pieces.length === 0) kinds.set(kind, pieces);
    pieces.push(run);
  }
  return [...kinds].map(([kind, pieces]) => repair(kind, facts.id, pieces));
}

function sortOut(facts: Case, others: readonly Y.XmlText[]): Part[] {
  const parts = facts.runs(others).map((run) => ({ run, keep: run.was, again: false }));
  keepGrowth(parts);
  keepTypedOn(parts, facts);
  keepMoved(parts, facts);
  return parts;
}

function isCopy(run: Seen, wanted: readonly string[]): boolean {
  const words = fold(wordsOf([run])).text;
  return wanted.some((whole) => whole.includes(words) || words.includes(whole));
}

/**
 * Whether the marks read exactly as before and lie where they lay, though on
 * other characters: nothing to mend. A binding that compares strings cannot
 * tell which of two equal stretches was typed and which was there, and moves
 * the mark from one to the other.
 */
function isShifted(parts: readonly Part[], facts: Case): boolean {
  const runs = parts.map(({ run }) => run);
  const marked = runs.filter((run) => run.marked);
  if (!runs.some((run) => run.was !== run.marked)) return false;
  // An anchor that lay nowhere was not moved by a little: that is somebody's mark.
  if (!runs.some((run) => run.was) || wordsOf(marked) !== facts.last) return false;
  if (isUnbroken(runs, (run) => run.was || run.marked)) return true;
  // Up to half of it changed places with equal words further off, of its own or of others.
  const left = runs.filter((run) => run.was && !run.marked);
  const foreign = marked.filter((run) => !run.was && !run.isNew);
  const half = lengthOf(marked) / 2;
  return (
    lengthOf(left) <= half &&
    lengthOf(foreign) <= half &&
    [...Map.groupBy(runs, (run) => run.block).values()].every((block) =>
      isUnbroken(block, (run) => run.marked),
    )
  );
}

/** Whether nothing stands between the first and the last run that `holds`, but others that do. */
function isUnbroken(runs: readonly Seen[], holds: (run: Seen) => boolean): boolean {
  return runs.slice(runs.findIndex(holds), runs.findLastIndex(holds) + 1).every(holds);
}

function lengthOf(runs: readonly Seen[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** New marked words between words that outlived, in the same block, are the anchor's own. */
function keepGrowth(parts: readonly Part[]): void {
  for (const [from, to] of stretches(parts)) {
    for (const part of parts.slice(from, to))
      if (part.run.marked && part.run.isNew) part.keep = true;
  }
}

// So much that stands in the anchor's words as well is a copy; less is in nearly any words.
const LEAST_COPY = 4;

/**
 * New marked words right behind the anchor's last are its own, unless they are
 * a copy: an anchor is not inclusive, so a page marks them only while somebody
 * types over its end, letter by letter, each in a transaction of its own.
 */
function keepTypedOn(parts: readonly Part[], facts: Case): void {
  const wanted = [facts.last, facts.quote].map((words) => fold(words).text);
  for (const segment of segmentsOf(parts)) {
    const [first] = segment;
    const before = first && parts[parts.indexOf(first) - 1];
    if (!before?.keep || before.run.block !== first?.run.block) continue;
    const words = fold(wordsOf(segment.map((part) => part.run))).text;
    if (
      words.length >= LEAST_COPY &&
      wanted.some((all) => all.includes(words) || words.includes(all))
    )
      continue;
    for (const part of segment) part.keep = true;
  }
}

/** Between each two kept parts that follow each other in one block: `[from, to)` of what is not kept. */
function stretches(parts: readonly Part[]): [number, number][] {
  const between: [number, number][] = [];
  let last = -1;
  parts.forEach((part, i) => {
    if (!part.keep) return;
    if (last >= 0 && i > last + 1 && parts[last]?.run.block === part.run.block) {
      between.push([last + 1, i]);
    }
    last = i;
  });
  return between;
}

// A change that marks more pieces than this is no honest move; those beyond are copies.
const MOST_SEGMENTS = 12;

/**
 * New marked words elsewhere: text that was moved brings the anchor nearer to
 * what it lay on, or to its quote; a copy does not. Those that bring most go
 * first. What was typed over the anchor's words, and marked, is the editor's to say.
 */
function keepMoved(parts: Part[], facts: Case): void {
  const segments = segmentsOf(parts).slice(0, MOST_SEGMENTS);
  const open = new Set(segments);
  while (open.size > 0) {
    let best: Part[] | null = null;
    let most = 0;
    for (const segment of open) {
      const brought = gain(parts, segment, facts);
      if (brought.ratio >= ALIKE && brought.units > most) [best, most] = [segment, brought.units];
    }
    if (best === null) break;
    for (const part of best) part.keep = true;
    open.delete(best);
  }
  if (open.size === 0) return;
  const replacements = facts.replacements();
  for (const segment of open) {
    const pieces = segment.map((part) => part.run);
    if (replacements.some((place) => place.isTypedOver(pieces))) {
      for (const part of segment) part.keep = true;
    }
  }
}

function segmentsOf(parts: readonly Part[]): Part[][] {
  const segments: Part[][] = [];
  let last: Part | null = null;
  for (const part of parts) {
    const candidate = part.run.marked && part.run.isNew && !part.keep;
    if (candidate && last !== null && last.run.block === part.run.block)
      segments.at(-1)?.push(part);
    else if (candidate) segments.push([part]);
    last = candidate ? part : null;
  }
  return segments;
}

/**
 * By how many units `segment` brings the anchor nearer to its words, and how
 * much of the segment that is: 1 where every unit of it was missing.
 */
function gain(
  parts: readonly Part[],
  segment: readonly Part[],
  facts: Case,
): { units: number; ratio: number } {
  const added = new Set(segment);
  if (facts.budget.comparisons <= 0) return { units: 0, ratio: 0 };
  const words = foldedWords(parts, (part) => added.has(part));
  const base = foldedWords(parts, (part) => part.keep);
  // What was moved away from the rest may now stand on the other side of it.
  const together = [
    foldedWords(parts, (part) => part.keep || added.has(part)),
    `${base} ${words}`,
    `${words} ${base}`,
  ];
  let units = 0;
  for (const wanted of new Set([facts.last, facts.quote])) {
    const whole = fold(wanted).text;
    facts.budget.comparisons -= whole.length * (base.length + words.length);
    const distance = Math.min(...together.map((more) => editDistance(more, whole)));
    units = Math.max(units, editDistance(base, whole) - distance);
  }
  return { units, ratio: words === '' ? 0 : units / words.length };
}

function foldedWords(parts: readonly Part[], which: (part: Part) => boolean): string {
  return fold(wordsOf(parts.filter(which).map((part) => part.run))).text;
}

function complete(parts: readonly Part[], facts: Case): boolean {
  return foldedWords(parts, (part) => part.keep) === fold(facts.last).text;
}

/** Keeps what was lost and stands again, unmarked, in the same place. */
function findAgain(parts: Part[], places: readonly Piece[][], facts: Case): Part[] {
  let result = parts;
  for (const pieces of places) {
    const cut = result.flatMap((part) => (part.keep ? [part] : cutAt(part, pieces)));
    const found = cut.filter((part) => part.again && !part.keep);
    // Words that a kept mark has brought back already are not missing.
    if (found.length === 0 || gain(cut, found, facts).ratio < ALIKE) continue;
    for (const part of found) part.keep = true;
    result = cut;
  }
  return result;
}

function cutAt(part: Part, pieces: readonly Piece[]): Part[] {
  const { run } = part;
  const outside = without(run, pieces);
  const inside = without(run, outside);
  const toPart =
    (again: boolean) =>
    (piece: Piece): Part => ({
      run: { ...run, ...piece, clock: run.clock + piece.index - run.index },
      keep: false,
      again,
    });
  return [...outside.map(toPart(false)), ...inside.map(toPart(true))].sort(
    (a, b) => a.run.index - b.run.index,
  );
}

/** Keeps what the transaction inserted, unmarked, between kept words of one block. */
function closeGaps(parts: readonly Part[]): ReadonlySet<Part> {
  const closed = new Set<Part>();
  for (const [from, to] of stretches(parts)) {
    const gap = parts.slice(from, to);
    if (!gap.every((part) => part.run.isNew)) continue;
    for (const part of gap) {
      part.keep = true;
      closed.add(part);
    }
  }
  return closed;
}
