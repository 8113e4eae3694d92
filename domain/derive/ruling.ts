/** Rulings: which one counts, whether it still holds, how a claim could be settled. */
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { Ruling, RulingMethod } from '../record/ruling.ts';
import type { RecordState } from '../record/state.ts';
import type { RatingId } from '../scale/scale.ts';
import { disagreements, reviewsOf } from './reviewing.ts';
import { majorityOf } from './spread.ts';
import { judgementsOn, policyOf, stalenessOf, submittedOn, type AnchorState } from './standing.ts';

/** The ruling that no other replaces; null before the first. */
export function latestRuling(state: RecordState, claimId: string): Ruling | null {
  const rulings = recordsOf(state, claimId).rulings;
  const replaced = new Set(rulings.map((ruling) => ruling.replaces));
  const standing = rulings.filter((ruling) => !replaced.has(ruling.id));
  return standing.reduce<Ruling | null>(
    (latest, ruling) => (latest && latest.ruledAt > ruling.ruledAt ? latest : ruling),
    null,
  );
}

/**
 * Whether a ruling still settles its claim. It was made on what was known then,
 * disagreement included; what came later and says otherwise reopens the claim:
 * a new version, a stale verdict, changed words, a verdict or a `disagree`
 * against it. A ruling that does not hold is shown as being re-checked.
 */
export function rulingHolds(
  state: RecordState,
  claim: Claim,
  ruling: Ruling,
  anchor: AnchorState = 'exact',
): boolean {
  if (ruling.claimVersion !== claim.version || anchor === 'changed') return false;
  const after = (at: number) => at > ruling.ruledAt;
  const wentStale = submittedOn(state, claim).some((verdict) => {
    const since = stalenessOf(state, claim, verdict)?.since;
    return since !== undefined && since !== null && after(since);
  });
  if (wentStale) return false;
  const judgements = judgementsOn(state, claim);
  const heldOtherwise = judgements.some(
    ({ author, rating, submittedAt }) =>
      after(submittedAt) &&
      rating !== ruling.rating &&
      !ruling.dissent.some((dissent) => dissent.author === author && dissent.rating === rating),
  );
  if (heldOtherwise) return false;
  const backed = new Set(
    judgements.filter(({ rating }) => rating === ruling.rating).map(({ author }) => author),
  );
  return !disagreements(state, claim).some(
    (review) => after(review.submittedAt) && backed.has(review.verdictAuthor),
  );
}

/**
 * How this rating would have been reached, from the verdicts on this version:
 * one verdict that a review backs, all alike, more than half, or by the lead.
 * Null where there is no verdict to rule on.
 */
export function methodOf(state: RecordState, claim: Claim, rating: RatingId): RulingMethod | null {
  const judgements = judgementsOn(state, claim);
  const [only] = judgements;
  if (!only) return null;
  const ratings = judgements.map((verdict) => verdict.rating);
  if (majorityOf(ratings) !== rating) return 'adjudicated';
  if (judgements.length > 1)
    return ratings.every((held) => held === rating) ? 'unanimous' : 'majority';
  const outcomes = reviewsOf(state, only).map((review) => review.outcome);
  const backed = policyOf(state, claim).reviews === 0 || outcomes.includes('agree');
  return backed && !outcomes.includes('disagree') ? 'single' : 'adjudicated';
}
