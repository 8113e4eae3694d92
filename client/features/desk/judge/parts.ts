/** The parts that a claim is to be split into, as somebody writes them: one a line. */
import type * as Y from 'yjs';
import { locate, placeOf } from '../../../../domain/anchor/locate.ts';
import type { Place } from '../../../../domain/command/place.ts';
import { limits } from '../../../../domain/limits.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { FragmentText } from '../../../../domain/text/plain-text.ts';
import { sentencesOf } from '../../../editor/sentence.ts';
import { anchoredSpan } from './anchored-place.ts';

interface Quoted {
  readonly id: string;
  readonly quote: { readonly exact: string };
}

export interface Part {
  readonly words: string;
  /** In UTF-16 units of the quote. */
  readonly from: number;
}

/** Each sentence of the quote on its own line. */
export function sentenceLines(quote: string, language: string): string {
  return quote
    .split('\n')
    .flatMap((block) =>
      sentencesOf(block, language || undefined).map(({ from, to }) => block.slice(from, to)),
    )
    .join('\n');
}

/** What ends the words before it, and begins no part. */
const closing = /^[\s,;:.!?…)\]”’»–—-]+/u;

/** What is selected within the claim's words, and what stands before and behind it, each on its own line; null where it is no part of them. */
export function selectedLines(text: Y.XmlFragment, claim: Quoted, place: Place): string | null {
  const whole = new FragmentText(text);
  const span = wholeSpan(text, whole, claim);
  const found = locate(text, place, whole);
  if (!span || isRefusal(found)) return null;
  const [from, to] = [found.span.start - span.start, found.span.end - span.start];
  const { exact } = claim.quote;
  if (from < 0 || to > exact.length) return null;
  const lines = [exact.slice(0, from), exact.slice(from, to), exact.slice(to)]
    .map((words) => words.replace(closing, '').trim())
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
  return lines.length < 2 ? null : lines.join('\n');
}

/** Where each line stands in the quote, in order; or what is wrong, in words. */
export function partsOf(quote: string, lines: string): readonly Part[] | string {
  const wanted = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (wanted.length < 2) return 'Break the line where one part ends: each line becomes a claim.';
  if (wanted.length > limits.parts) return `A claim is split into at most ${limits.parts}.`;
  const parts: Part[] = [];
  let at = 0;
  for (const words of wanted) {
    const from = quote.indexOf(words, at);
    if (from < 0) {
      return `“${words.slice(0, 60)}” does not stand in the quote, or not in this order. A part keeps the words of the text.`;
    }
    parts.push({ words, from });
    at = from + words.length;
  }
  return parts;
}

/** As commands name them; null where the claim's own words do not stand in the text as its quote has them. */
export function partPlaces(
  text: Y.XmlFragment,
  claim: Quoted,
  parts: readonly Part[],
): readonly Place[] | null {
  const whole = new FragmentText(text);
  const span = wholeSpan(text, whole, claim);
  if (!span) return null;
  const places = parts.map(({ from, words }) =>
    placeOf(whole, { start: span.start + from, end: span.start + from + words.length }),
  );
  return places.every((place) => place !== null) ? places : null;
}

/** Null where the claim's own words do not stand in the text as its quote has them. */
function wholeSpan(text: Y.XmlFragment, whole: FragmentText, { id, quote }: Quoted) {
  const span = anchoredSpan(text, whole, id);
  return span && whole.string.slice(span.start, span.end) === quote.exact ? span : null;
}
