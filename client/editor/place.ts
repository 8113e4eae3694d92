/** What is selected, and its place as a command names it. */
import type { EditorState } from 'prosemirror-state';
import type * as Y from 'yjs';
import { placeOf } from '../../domain/anchor/locate.ts';
import { snap } from '../../domain/anchor/snap.ts';
import type { Place } from '../../domain/command/place.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import type { Mode } from './handle.ts';
import { plainOf } from './plain.ts';
import { sentenceCursor } from './sentence-cursor.ts';

export interface Selected {
  readonly from: number;
  readonly to: number;
  readonly by: 'selection' | 'sentence';
}

/** The selection, or in *Annotate* the sentence that the keyboard stands on. */
export function selectedIn(state: EditorState, mode: Mode): Selected | null {
  const { from, to, empty } = state.selection;
  if (!empty) return { from, to, by: 'selection' };
  const cursor = mode === 'annotate' ? sentenceCursor(state) : null;
  return cursor && { from: cursor.from, to: cursor.to, by: 'sentence' };
}

export function wordsIn({ doc }: EditorState, from: number, to: number): string {
  const text = plainOf(doc);
  return text.string.slice(text.offsetOf(from), text.offsetOf(to));
}

/** The place of a range, for `claim.mark`; a refusal says what to select instead. */
export function placeIn(
  { doc }: EditorState,
  fragment: Y.XmlFragment,
  range: { readonly from: number; readonly to: number } | null,
): { place: Place; words: string } | Refusal {
  const text = plainOf(doc);
  const span =
    range && snap(text.string, { start: text.offsetOf(range.from), end: text.offsetOf(range.to) });
  if (!span) {
    return refuse(
      'words-not-found',
      'Nothing is selected. Select the words of the claim, or move to a sentence with ↓.',
    );
  }
  if (span.end - span.start > limits.quote) {
    const most = limits.quote.toLocaleString('en');
    return refuse('bad-request', `A claim covers at most ${most} characters. Select fewer.`);
  }
  const place = placeOf(new FragmentText(fragment), span);
  if (place) return { place, words: place.quote };
  return refuse('words-not-found', 'These words are not in the text any more. Select them again.');
}
