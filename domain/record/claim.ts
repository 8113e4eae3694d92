/** A claim: the words of the text that are checked, and the question that is asked of them. */
import * as z from 'zod/mini';
import { instant, personId, recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { authorship, line, partialDate, statement, takenBack } from './fields.ts';
import { policy } from './policy.ts';

/** W3C TextQuoteSelector; prefix and suffix of up to 32 code points. */
export const quote = z.object({
  exact: z.string().check(z.minLength(1), z.maxLength(limits.quote)),
  prefix: z.string().check(z.maxLength(4 * limits.quoteContext)),
  suffix: z.string().check(z.maxLength(4 * limits.quoteContext)),
});
export type Quote = z.infer<typeof quote>;

/** W3C TextPositionSelector over the document's plain text, in code points. */
export const position = z.object({
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(0)),
});
export type Position = z.infer<typeof position>;

/** What is checked: that the claimant said it, or that it is so. */
export const checks = z.enum(['said', 'content']);
export type Checks = z.infer<typeof checks>;

export const claimTypes = [
  'event-property',
  'numerical',
  'quote-verification',
  'causal',
  'position-statement',
  'assessment',
  'prediction',
] as const;
export const priorities = ['low', 'normal', 'high'] as const;
export type Priority = (typeof priorities)[number];
export type ClaimType = (typeof claimTypes)[number];

/** Only an assessment or a prediction may bear a likelihood. */
export function bearsLikelihood(type: ClaimType | null): boolean {
  return type === 'assessment' || type === 'prediction';
}

/** ICD 203, least likely first. */
export const likelihoods = [
  'almost-no-chance',
  'very-unlikely',
  'unlikely',
  'roughly-even-chance',
  'likely',
  'very-likely',
  'almost-certain',
] as const;
export type Likelihood = (typeof likelihoods)[number];

/** One step of who passed the words on: who, how ("by video"), when. */
const attribution = z.object({ who: line, how: line, when: line });
export type Attribution = z.infer<typeof attribution>;

/** What can raise a claim's version. */
export const raising = ['quote', 'checks', 'restatement', 'claimant', 'date', 'scale'] as const;
export type Raising = (typeof raising)[number];

export const claim = z.object({
  id: recordId,
  /** Permanent; one above the highest ever given in this document. */
  number: z.int().check(z.minimum(1)),
  /** Raised by a change of quote, what is checked, restatement, claimant, date or scale; filling an empty one does not raise it. */
  version: z.int().check(z.minimum(1)),
  /** What raised it last; null for the first version, and where a record does not say. */
  raised: z._default(
    z.nullable(z.object({ what: z.array(z.enum(raising)), at: instant, by: personId })),
    null,
  ),
  quote,
  /** The words that the text has instead, once somebody confirmed that the old quote stays. */
  keptAgainst: z.nullable(z.string().check(z.maxLength(limits.quote))),
  /** Where the words stood when the quote was taken; the live place is the anchor mark. */
  position,
  checks,
  restatement: statement,
  /** At most 75 characters, no rating in it. */
  short: z.string().check(z.maxLength(limits.shortForm)),
  claimant: line,
  chain: z.array(attribution).check(z.maxLength(limits.chain)),
  date: z.nullable(partialDate),
  place: line,
  type: z.nullable(z.enum(claimTypes)),
  likelihood: z.nullable(z.enum(likelihoods)),
  tags: z.array(line).check(z.maxLength(limits.tags)),
  priority: z.enum(priorities),
  assignees: z.array(personId).check(z.maxLength(limits.assignees)),
  /** The twin over the same words that checks the other question. */
  twin: z.nullable(recordId),
  /** Overrides the document's review policy; null follows it. */
  policy: z.nullable(policy),
  withdrawn: takenBack,
  /** The claim that this one turned out to be; withdrawn then. */
  mergedInto: z._default(z.nullable(recordId), null),
  /** The claims that took this one's place; withdrawn then. */
  splitInto: z._default(z.array(recordId).check(z.maxLength(limits.parts)), []),
  /** The claim that this one was split from. */
  partOf: z._default(z.nullable(recordId), null),
  ...authorship,
});
export type Claim = z.infer<typeof claim>;
