/** A review: what somebody else says of one revision of a verdict. */
import * as z from 'zod/mini';
import { instant, personId, recordId } from '../id.ts';
import { ratingId } from '../scale/scale.ts';
import { words } from './fields.ts';

export const reviewOutcomes = ['agree', 'disagree', 'request-changes'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];
export const reviewReasons = [
  'good-sources',
  'source-does-not-say-so',
  'missing-context',
  'outdated',
  'opinion-or-speculation',
  'wrong-claim-restated',
  'biased-wording',
  'single-origin',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** What the verdict could say instead; its author takes it over or not. */
export const suggestion = z.object({
  /** Null where the rating may stay. */
  rating: z.nullable(ratingId),
  /** Words for the rationale; may be empty. */
  rationale: words,
});
export type Suggestion = z.infer<typeof suggestion>;

export const review = z.object({
  id: recordId,
  claim: recordId,
  verdictAuthor: personId,
  verdictRevision: z.int().check(z.minimum(1)),
  author: personId,
  outcome: z.enum(reviewOutcomes),
  reasons: z.array(z.enum(reviewReasons)).check(z.maxLength(reviewReasons.length)),
  comment: words,
  suggestion: z._default(z.nullable(suggestion), null),
  submittedAt: instant,
});
export type Review = z.infer<typeof review>;
