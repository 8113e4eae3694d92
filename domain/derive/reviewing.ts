/** Which reviews count, and which are still wanted. */
import type { PersonId } from '../id.ts';
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { Review } from '../record/review.ts';
import type { RecordState } from '../record/state.ts';
import type { Judgement } from '../record/verdict.ts';
import { scaleOf } from '../scale/list.ts';
import { spreadOf } from './spread.ts';
import { judgementsOn, policyOf } from './standing.ts';

/** The reviews of a verdict as it stands: of its current revision, each reviewer's latest. */
export function reviewsOf(state: RecordState, verdict: Reviewed): readonly Review[] {
  return latestBy(state, verdict, (revision) => revision === verdict.revision);
}

/** What was said of an earlier revision by those who have not reviewed it as it stands: it counts no more. */
export function earlierReviewsOf(state: RecordState, verdict: Reviewed): readonly Review[] {
  const again = new Set(reviewsOf(state, verdict).map(({ author }) => author));
  return latestBy(state, verdict, (revision) => revision < verdict.revision).filter(
    ({ author }) => !again.has(author),
  );
}

type Reviewed = Pick<Judgement, 'claim' | 'author' | 'revision'>;

function latestBy(
  state: RecordState,
  verdict: Reviewed,
  isWanted: (revision: number) => boolean,
): readonly Review[] {
  const latest = new Map<PersonId, Review>();
  for (const review of recordsOf(state, verdict.claim).reviews) {
    if (review.verdictAuthor !== verdict.author || !isWanted(review.verdictRevision)) continue;
    const known = latest.get(review.author);
    if (!known || isLater(review, known)) latest.set(review.author, review);
  }
  return [...latest.values()];
}

/** Ids decide between two of the same millisecond, so that everybody sees the same one. */
function isLater(a: Review, b: Review): boolean {
  return a.submittedAt === b.submittedAt ? a.id > b.id : a.submittedAt > b.submittedAt;
}

/** The verdicts on this version that have fewer reviews than the policy wants. Unanimous sealed verdicts want none. */
export function unreviewed(state: RecordState, claim: Claim): readonly Judgement[] {
  const judgements = judgementsOn(state, claim);
  const policy = policyOf(state, claim);
  const ratings = judgements.map((verdict) => verdict.rating);
  if (
    policy.sealed &&
    judgements.length > 1 &&
    spreadOf(scaleOf(state.settings.scale), ratings) === 'same'
  )
    return [];
  return judgements.filter((verdict) => reviewsOf(state, verdict).length < policy.reviews);
}

/** The counting reviews on this version that say otherwise. */
export function disagreements(state: RecordState, claim: Claim): readonly Review[] {
  return judgementsOn(state, claim).flatMap((verdict) =>
    reviewsOf(state, verdict).filter((review) => review.outcome === 'disagree'),
  );
}
