/**
 * A verdict: what one analyst holds of one version of a claim, or a pass.
 * Keyed `claimId:personId`; only the current revision is here, earlier ones
 * are in the log. A sealed verdict's words are never in this record.
 */
import * as z from 'zod/mini';
import { instant, personId, recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { ratingId } from '../scale/scale.ts';
import { likelihoods } from './claim.ts';
import { line, words } from './fields.ts';

export const confidences = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof confidences)[number];
export const passReasons = ['conflict-of-interest', 'language', 'no-time', 'other'] as const;
export type PassReason = (typeof passReasons)[number];

const given = {
  claim: recordId,
  author: personId,
  /** Counts from 1; each submission raises it. */
  revision: z.int().check(z.minimum(1)),
  claimVersion: z.int().check(z.minimum(1)),
  submittedAt: instant,
  /** Given after the claim was revealed: counts for the ruling, never for agreement. */
  afterReveal: z.boolean(),
};

export const judgement = z.object({
  ...given,
  kind: z.literal('verdict'),
  rating: ratingId,
  confidence: z.enum(confidences),
  /** What the confidence rests on. */
  basis: line,
  rationale: words,
  likelihood: z.nullable(z.enum(likelihoods)),
  /** The evidence it rests on, by version, so that a later change of it shows. */
  evidence: z
    .array(z.object({ id: recordId, version: z.int() }))
    .check(z.maxLength(limits.evidencePerVerdict)),
  /** The claim on which it was first given, where that one was merged into this and its author let it stand. */
  cameFrom: z._default(z.nullable(recordId), null),
});

/** A missing value, not a rating. */
export const pass = z.object({
  ...given,
  kind: z.literal('pass'),
  reason: z.enum(passReasons),
  words,
});

/** What others may know while a verdict is sealed. */
const sealedVerdict = z.object({
  ...given,
  kind: z.literal('sealed'),
  commitment: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export const verdict = z.discriminatedUnion('kind', [judgement, pass, sealedVerdict]);
export type Judgement = z.infer<typeof judgement>;
export type Verdict = z.infer<typeof verdict>;

export function verdictKey(claim: string, author: number): string {
  return `${claim}:${author}`;
}
