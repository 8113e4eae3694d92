/** The part of a text in which a query was found, with the places of its words: ranges, never markup. */
import type { Query, Term } from './query.ts';
import { type Word, wordsIn } from './words.ts';

export interface Snippet {
  readonly text: string;
  /** Pairs of UTF-16 offsets into `text`, in order, apart from each other. */
  readonly marks: readonly (readonly [number, number])[];
}

const WIDTH = 180;
/** Words before the first mark, so that one sees what it is about. */
const LEAD = 48;

export function snippetOf(text: string, { wanted }: Query, width = WIDTH): Snippet {
  const found = marksIn(text, wanted);
  const [start, end] = windowOf(text, found, width);
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end).replaceAll(/\s/g, ' ')}${after}`,
    marks: found
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift] as const),
  };
}

function marksIn(text: string, terms: readonly Term[]): [number, number][] {
  const words = wordsIn(text);
  const found: [number, number][] = [];
  for (let at = 0; at < words.length; at++) {
    // The longest that begins here: a phrase before its first word alone.
    const length = Math.max(0, ...terms.map((term) => lengthAt(words, at, term)));
    const [first, last] = [words[at], words[at + length - 1]];
    if (length === 0 || !first || !last) continue;
    const previous = found.at(-1);
    // Characters of one word in a script without spaces are one mark.
    if (previous && previous[1] === first.from) previous[1] = last.to;
    else found.push([first.from, last.to]);
    at += length - 1;
  }
  return found;
}

/** How many words the term covers from `at` on; 0 where it does not stand there. */
function lengthAt(words: readonly Word[], at: number, { tokens, prefix }: Term): number {
  const fits = tokens.every((token, index) => {
    const word = words[at + index]?.token;
    return index === tokens.length - 1 && prefix
      ? word?.startsWith(token) === true
      : word === token;
  });
  return fits ? tokens.length : 0;
}

/** The stretch with the most marks, cut between words. */
function windowOf(
  text: string,
  marks: readonly (readonly [number, number])[],
  width: number,
): [number, number] {
  if (text.length <= width) return [0, text.length];
  let best = marks[0]?.[0] ?? 0;
  let most = 0;
  for (const [from] of marks) {
    const inside = marks.filter(
      ([start, end]) => start >= from && end <= from + width - LEAD,
    ).length;
    if (inside > most) [best, most] = [from, inside];
  }
  const start = best <= LEAD ? 0 : betweenWords(text, best - LEAD, best);
  return [start, start + width >= text.length ? text.length : lastBreak(text, start + width)];
}

/** The first beginning of a word from `from` on, `before` at the latest. */
function betweenWords(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s/);
  return space < 0 ? wholeFrom(text, from) : from + space + 1;
}

function lastBreak(text: string, to: number): number {
  const space = text.slice(Math.max(0, to - 24), to).search(/\s\S*$/);
  return space < 0 ? wholeFrom(text, to) : to - Math.min(24, to) + space;
}

/** Not between the two halves of one character. */
function wholeFrom(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
