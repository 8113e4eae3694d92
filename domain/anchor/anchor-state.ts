// How the words that an anchor lies on compare with those of its record.
import { sameWords } from './words.ts';

/** `removed`: the anchor lies nowhere; `changed`: on other words than the quote. */
export type AnchorState = 'exact' | 'changed' | 'removed';

/** `words` are those that the anchor lies on now, as `wordsOf` or `wordsOfRanges` gives them. */
export function anchorState(words: string, quote: string): AnchorState {
  if (words === '') return 'removed';
  return sameWords(words, quote) ? 'exact' : 'changed';
}
