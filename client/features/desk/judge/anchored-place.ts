/** The place where a claim's marks lie now, for commands that speak of it. */
import type * as Y from 'yjs';
import { placeOf } from '../../../../domain/anchor/locate.ts';
import { anchorRanges } from '../../../../domain/anchor/set-anchor.ts';
import type { Place } from '../../../../domain/command/place.ts';
import { FragmentText } from '../../../../domain/text/plain-text.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** In UTF-16 units of the whole text; null where the claim has no mark. */
export function anchoredSpan(text: Y.XmlFragment, whole: FragmentText, claim: string): Span | null {
  const pieces = anchorRanges(text).get(claim);
  const first = pieces?.[0];
  const last = pieces?.at(-1);
  if (!first || !last) return null;
  const start = whole.offsetOf(first.text, first.index);
  const end = whole.offsetOf(last.text, last.index + last.length);
  return start === null || end === null ? null : { start, end };
}

/** Null where the claim has no mark. */
export function anchoredPlace(text: Y.XmlFragment, claim: string): Place | null {
  const whole = new FragmentText(text);
  const span = anchoredSpan(text, whole, claim);
  return span && placeOf(whole, span);
}
