// Reads from the lines themselves how a file was set: wrapped by hand at some
// width or one line a paragraph, with blank lines between paragraphs or none.
import { endsSentence, runsOn } from './sentence.ts';

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
  // A form feed begins a line. Looked for by itself: in the pattern it would cost seconds on 10 MB.
  const fed = text.replaceAll('\f', '\n\f');
  for (const raw of fed.split(/\r\n|[\n\r\v\u2028\u2029]/)) {
    if (raw.startsWith('\f')) apart = true;
    // A space by itself stays: ten megabytes hold two million of them.
    const words = raw.trim().replace(/\t[ \t]*| [ \t]+/g, ' ');
    if (words === '') {
      apart = true;
      continue;
    }
    lines.push({ text: words, apart: apart && lines.length > 0 });
    apart = false;
  }
  return lines;
}

/** A bullet, or a note's number before a word or an address. */
const item = /^(?:[•‣◦▪●]\s*\S|\[\d{1,4}\]\s*(?:\p{Lu}|["“‘]|https?:))/u;
const note = /^\[\d{1,4}\]/;
/** A bullet, or a dash in mid-sentence: what stands before it decides. */
const dash = /^[-*–—](?=\s+\S)/u;

/** Whether `next` begins an item of a list; `start` is where the paragraph that `line` belongs to began. */
export function beginsItem(start: string, line: string, next: string): boolean {
  if (item.test(next) || (note.test(start) && note.test(next))) return true;
  const bullet = dash.exec(next)?.[0];
  return bullet !== undefined && (/[:.!?]$/.test(line) || dash.exec(start)?.[0] === bullet);
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
    if (!beginsItem(line.text, line.text, next.text) && runsOn(line.text, next.text))
      runningOn += 1;
  }
  return {
    // The second half is for scripts without lower case.
    wrapped: runningOn >= Math.max(1, pairs * 0.15) || (open >= 5 && openAndFull >= open * 0.8),
    spaced: endsAtBlank > 0 && endsAtBlank >= ends * 0.4,
    width,
  };
}
