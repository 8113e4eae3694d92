/** The sentence in which a claim stands, for what it offers. */
import type * as Y from 'yjs';
import type { QuoteInSentence } from '../../../../domain/derive/sentence-offers.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { CodePoints } from '../../../../domain/text/code-points.ts';
import { FragmentText } from '../../../../domain/text/plain-text.ts';
import { sentencesOf } from '../../../editor/sentence.ts';
import { anchoredSpan } from './anchored-place.ts';

/** Null where the quote does not stand in the text. */
export function sentenceAround(
  text: Y.XmlFragment,
  { id, quote, position }: Claim,
  language: string,
): QuoteInSentence | null {
  const whole = new FragmentText(text);
  const { string } = whole;
  const start = new CodePoints(string).toUnit(position.start);
  // Before the server has set its mark, it stands where it was marked.
  const at =
    anchoredSpan(text, whole, id)?.start ?? (string.startsWith(quote.exact, start) ? start : null);
  if (at === null) return null;
  const from = string.lastIndexOf('\n', at - 1) + 1;
  const end = string.indexOf('\n', at);
  const block = string.slice(from, end < 0 ? string.length : end);
  const spans = sentencesOf(block, language || undefined);
  const span = spans.findLast((each) => each.from <= at - from) ?? spans[0];
  if (!span) return null;
  const sentence = block.slice(span.from, span.to);
  const begin = at - from - span.from;
  const to = Math.min(begin + quote.exact.length, sentence.length);
  return { sentence, from: begin, to, language };
}
