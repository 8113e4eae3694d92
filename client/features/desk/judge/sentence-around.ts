/** The sentence in which a claim stands, for what it offers. */
import type { QuoteInSentence } from '../../../../domain/derive/sentence-offers.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { EditorHandle } from '../../../editor/handle.ts';
import { sentencesOf } from '../../../editor/sentence.ts';

/** Null where the quote does not stand in the text. */
export function sentenceAround(
  editor: Pick<EditorHandle, 'blockOf'>,
  claim: Claim,
  language: string,
): QuoteInSentence | null {
  const block = editor.blockOf(claim);
  if (block === null) return null;
  const { words, at } = block;
  const spans = sentencesOf(words, language || undefined);
  const span = spans.findLast(({ from }) => from <= at) ?? spans[0];
  if (!span) return null;
  const sentence = words.slice(span.from, span.to);
  const from = at - span.from;
  const to = Math.min(from + claim.quote.exact.length, sentence.length);
  return { sentence, from, to, language };
}
