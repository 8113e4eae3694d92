// Where a text differs from the one that it came from: first by lines, then by
// words inside the lines that changed. Bounded: a text that was rewritten has no
// differences worth walking through, and says so.
import { diffArrays, diffWordsWithSpace } from 'diff';

/** One place where the two texts part; `from` and `to` are offsets of the text as it is now, in UTF-16 units. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  /** What stood there before; empty where something was only added. */
  readonly deleted: string;
}

export interface Comparison {
  /** In text order. */
  readonly differences: readonly Difference[];
  /** Whether there are more, or too many to tell apart. */
  readonly tooMany: boolean;
}

export const mostDifferences = 1000;
const mostChangedLines = 4000;
const mostChangedWords = 4000;

export function compare(original: string, now: string): Comparison {
  if (original === now) return { differences: [], tooMany: false };
  const before = original.split('\n');
  const after = now.split('\n');
  const { start, end } = sharedEdges(before, after);
  const changes = diffArrays(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    { maxEditLength: mostChangedLines },
  );
  if (!changes) return { differences: [], tooMany: true };
  const found: Difference[] = [];
  let at = lengthOf(after.slice(0, start));
  let removed: string[] = [];
  let added: string[] = [];
  const settle = (): void => {
    if (removed.length > 0 || added.length > 0) found.push(...between(removed, added, at));
    at += lengthOf(added);
    removed = [];
    added = [];
  };
  for (const { value, removed: isRemoved, added: isAdded } of changes) {
    if (isRemoved) removed.push(...value);
    else if (isAdded) added.push(...value);
    else {
      settle();
      at += lengthOf(value);
    }
  }
  settle();
  // A line that is gone at the very end has its break before it.
  const differences = found.slice(0, mostDifferences).map((each) => ({
    ...each,
    from: Math.min(each.from, now.length),
    to: Math.min(each.to, now.length),
  }));
  return { differences, tooMany: found.length > mostDifferences };
}

/** How many lines are the same at the beginning and at the end: most of a long text that was corrected. */
function sharedEdges(
  before: readonly string[],
  after: readonly string[],
): { readonly start: number; readonly end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { start, end };
}

/** Lines with the break after each. */
function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function between(removed: readonly string[], added: readonly string[], at: number): Difference[] {
  const whole = {
    from: at,
    to: at + Math.max(0, lengthOf(added) - 1),
    deleted: removed.join('\n'),
  };
  if (removed.length === 0 || added.length === 0) return [whole];
  const words = diffWordsWithSpace(removed.join('\n'), added.join('\n'), {
    maxEditLength: mostChangedWords,
  });
  if (!words) return [whole];
  const found: Difference[] = [];
  let pos = at;
  let last: Difference | null = null;
  for (const { value, removed: isRemoved, added: isAdded } of words) {
    if (!isRemoved && !isAdded) {
      pos += value.length;
      last = null;
      continue;
    }
    const grown: Difference = {
      from: last?.from ?? pos,
      to: isAdded ? pos + value.length : (last?.to ?? pos),
      deleted: (last?.deleted ?? '') + (isRemoved ? value : ''),
    };
    if (last) found.pop();
    found.push(grown);
    last = grown;
    if (isAdded) pos += value.length;
  }
  return found;
}
