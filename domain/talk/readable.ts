/** Which comments may be read by whoever may read the document. */
import { verdictOf } from '../record/claim-records.ts';
import type { Comment } from '../record/comment.ts';
import type { RecordState } from '../record/state.ts';

/** What was said of a verdict that is sealed by now waits, like the verdict, until it is revealed. */
export function isReadable(state: RecordState, { about }: Pick<Comment, 'about'>): boolean {
  return about.kind !== 'verdict' || verdictOf(state, about.claim, about.author)?.kind !== 'sealed';
}
