/** Whether a claim still stands on its words, an old quote that somebody decided to keep included. */
import { anchorState, type AnchorState } from '../anchor/anchor-state.ts';
import { sameWords } from '../anchor/words.ts';
import type { Claim } from '../record/claim.ts';

/** `words`: those that the claim's marks lie on now, empty where they lie nowhere. */
export function anchoredAs(
  claim: Pick<Claim, 'quote' | 'keptAgainst'>,
  words: string,
): AnchorState {
  const state = anchorState(words, claim.quote.exact);
  if (state !== 'changed' || claim.keptAgainst === null) return state;
  return sameWords(words, claim.keptAgainst) ? 'exact' : 'changed';
}
