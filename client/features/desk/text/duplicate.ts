/** Finds the claims that are about to be marked a second time, in the text as it stands now. */
import type * as Y from 'yjs';
import { locate } from '../../../../domain/anchor/locate.ts';
import { anchorRanges } from '../../../../domain/anchor/set-anchor.ts';
import type { Place } from '../../../../domain/command/place.ts';
import { duplicateOf, type Placed } from '../../../../domain/derive/duplicate.ts';
import type { Checks, Claim } from '../../../../domain/record/claim.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { FragmentText } from '../../../../domain/text/plain-text.ts';

/** At most one for each of the questions, in their order. */
export function duplicatesAt(
  text: Y.XmlFragment,
  record: RecordState,
  place: Place,
  questions: readonly Checks[],
): Claim[] {
  const whole = new FragmentText(text);
  const found = locate(text, place, whole);
  if (isRefusal(found)) return [];
  const placed: Placed[] = [];
  for (const [id, pieces] of anchorRanges(text)) {
    const claim = record.claims.get(id);
    const [first, last] = [pieces[0], pieces.at(-1)];
    const start = first && whole.offsetOf(first.text, first.index);
    const end = last && whole.offsetOf(last.text, last.index + last.length);
    if (claim && typeof start === 'number' && typeof end === 'number')
      placed.push({ claim, at: { start, end } });
  }
  return questions.flatMap((question) => duplicateOf(placed, found.span, question) ?? []);
}
