// The edges that a claim may have: never inside a character as people see it
// (a surrogate pair, a letter with its accents, a family of emoji), and never
// on white space.

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
// A boundary is found from a place that surely is one. Text without any white space for so long is cut blindly.
const REACH = 256;

/** A range in UTF-16 units of a plain text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The same range without white space and atoms at its edges, then widened to
 * whole characters as people see them; null if nothing is left.
 */
export function snap(text: string, { start, end }: Span): Span | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  if (from >= to) return null;
  const first = graphemeAt(text, from).start;
  const last = graphemeAt(text, to);
  return { start: first, end: last.start === to ? to : last.end };
}

function isBlank(text: string, at: number): boolean {
  return /[\s\u200B\u2060\uFEFF\uFFFC]/.test(text.charAt(at));
}

/** The grapheme that holds the unit at `offset`; empty at the end of the text. */
function graphemeAt(text: string, offset: number): Span {
  let base = offset;
  while (base > 0 && offset - base < REACH && !/\s/.test(text.charAt(base - 1))) base--;
  for (const { index, segment } of graphemes.segment(text.slice(base, offset + REACH))) {
    const start = base + index;
    if (start + segment.length > offset) return { start, end: start + segment.length };
  }
  return { start: offset, end: offset };
}
