// A claim's place in words, kept in its record for what a mark cannot survive:
// the W3C text quote and text position selectors, in code points.
import { limits } from '../limits.ts';
import { CodePoints } from '../text/code-points.ts';

export interface Selectors {
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  /** Code points from the start of the document's plain text; `end` is exclusive. */
  readonly position: { readonly start: number; readonly end: number };
}

/** The selectors of the units from `start` to `end` of the plain text `whole`. */
export function selectorsOf(
  whole: string,
  start: number,
  end: number,
  points = new CodePoints(whole),
): Selectors {
  const first = points.ofUnit(start);
  const last = points.ofUnit(end);
  return {
    quote: {
      exact: whole.slice(start, end),
      prefix: whole.slice(points.toUnit(first - limits.quoteContext), start),
      suffix: whole.slice(end, points.toUnit(last + limits.quoteContext)),
    },
    position: { start: first, end: last },
  };
}
