import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayReview } from '../policy/document.ts';
import {
  review as reviewRecord,
  type Review,
  suggestion,
  type Suggestion,
} from '../record/review.ts';
import { type Judgement, verdictKey } from '../record/verdict.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { scaleOf } from '../scale/list.ts';
import { ratingOf } from '../scale/scale.ts';
import { command } from './command.ts';
import { liveClaim } from './targets.ts';

const { verdictAuthor, verdictRevision, outcome, reasons, comment } = reviewRecord.shape;
const args = z.strictObject({
  reviewId: recordId,
  claimId: recordId,
  verdictAuthor,
  verdictRevision,
  outcome,
  reasons,
  comment,
  suggestion: z.optional(z.nullable(suggestion)),
});

/** Says of somebody else's verdict, in the revision that one has read, whether it holds. One's latest review of a revision counts. */
export const reviewGive = command<z.infer<typeof args>>({
  name: 'review.give',
  args,
  done: 'Review given',
  may(state, { claimId, verdictAuthor: author }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayReview(author, context);
  },
  run(state, { reviewId, claimId, ...given }, { actor, now }) {
    if (state.reviews.has(reviewId)) return refuse('id-taken', 'This review id was used before.');
    const verdict = state.verdicts.get(verdictKey(claimId, given.verdictAuthor));
    if (!verdict) return refuse('no-such-verdict', 'There is no such verdict.');
    if (verdict.revision !== given.verdictRevision) {
      return refuse(
        'verdict-moved-on',
        'This verdict was revised while you read it. Read it again, then decide whether your review still fits.',
      );
    }
    if (verdict.kind !== 'verdict') {
      const why =
        verdict.kind === 'pass'
          ? 'This is a pass: there is nothing to review.'
          : 'This verdict is still sealed.';
      return refuse('no-such-verdict', why);
    }
    const suggested = suggestedBy(given.suggestion ?? null, verdict);
    const rating = suggested?.rating ?? null;
    if (rating !== null && !ratingOf(scaleOf(state.settings.scale), rating)) {
      return refuse('bad-request', `The scale of this document has no rating “${rating}”.`);
    }
    const value: Review = {
      id: reviewId,
      claim: claimId,
      ...given,
      suggestion: suggested,
      reasons: [...new Set(given.reasons)],
      author: actor,
      submittedAt: now,
    };
    return { puts: [{ root: 'reviews', key: reviewId, value }] };
  },
});

/** Null where it says nothing that the verdict does not say already. */
function suggestedBy(given: Suggestion | null, verdict: Judgement): Suggestion | null {
  if (!given) return null;
  const rating = given.rating === verdict.rating ? null : given.rating;
  return rating === null && given.rationale === '' ? null : { ...given, rating };
}
