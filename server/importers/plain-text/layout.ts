// Reads from the lines themselves how a file was set: wrapped by hand at some
// width or one line a paragraph, with blank lines between paragraphs or none.
import { beginsLower, endsSentence } from './sentence.ts';

/** A line with words on it. */
export interface Line {
  /** Trimmed; runs of spaces and tabs are one space. */
  readonly text: string;
  /** Blank lines, or a page break, stand before it. */
  readonly apart: boolean;
}

export interface Layout {
  /** Sentences run on from line to line. */
  readonly wrapped: boolean;
  /** Blank lines are what divides the paragraphs. */
  readonly spaced: boolean;
  /** The usual length of a full line. */
  readonly width: number;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = false;
  for (const raw of text.split(/\r\n|[\n\r\v\u2028\u2029]|(?=\f)/u)) {
    if (raw.startsWith('\f')) apart = true;
    const words = raw.trim().replace(/[ \t]+/g, ' ');
    if (words === '') {
      apart = true;
      continue;
    }
    lines.push({ text: words, apart: apart && lines.length > 0 });
    apart = false;
  }
  return lines;
}

/** Whether the next line's first word had no room on this line any more. */
export function isFull(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next)?.[0] ?? '';
  return line.length + 1 + word.length > width;
}

export function readLayout(lines: readonly Line[]): Layout {
  const lengths = lines.map((line) => line.text.length).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  let pairs = 0;
  let runningOn = 0;
  let open = 0;
  let openAndFull = 0;
  let ends = 0;
  let endsAtBlank = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined) continue;
    const ended = endsSentence(line.text, next.text);
    if (ended) ends += 1;
    if (next.apart) {
      if (ended) endsAtBlank += 1;
      continue;
    }
    pairs += 1;
    if (ended) continue;
    open += 1;
    if (isFull(line.text, next.text, width)) openAndFull += 1;
    if (beginsLower(next.text)) runningOn += 1;
  }
  return {
    // The second half is for scripts without lower case.
    wrapped: runningOn >= Math.max(1, pairs * 0.2) || (open >= 5 && openAndFull >= open * 0.8),
    spaced: endsAtBlank > 0 && endsAtBlank >= ends * 0.4,
    width,
  };
}
