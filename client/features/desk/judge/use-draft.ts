/** My verdict before it is given. It stays with its claim, and knows the version of the claim that it speaks of. */
import { useMemo } from 'react';
import * as z from 'zod/mini';
import { type Claim, likelihoods } from '../../../../domain/record/claim.ts';
import { confidences, type Judgement, type Verdict } from '../../../../domain/record/verdict.ts';
import { type Begun, useBegun } from './begun.ts';

const draft = z.object({
  rating: z.nullable(z.string()),
  confidence: z.enum(confidences),
  basis: z.string(),
  rationale: z.string(),
  likelihood: z.nullable(z.enum(likelihoods)),
  /** Ids of the evidence that it rests on; null follows all that there is. */
  evidence: z.nullable(z.array(z.string())),
  /** The version of the claim that was read. */
  claimVersion: z.int(),
});
export type Draft = z.infer<typeof draft>;

/** What stands in the form before anything is written: what was given, or nothing. */
export function draftOf(claim: Pick<Claim, 'version'>, verdict: Verdict | undefined): Draft {
  const given: Judgement | undefined = verdict?.kind === 'verdict' ? verdict : undefined;
  return {
    rating: given?.rating ?? null,
    confidence: given?.confidence ?? 'moderate',
    basis: given?.basis ?? '',
    rationale: given?.rationale ?? '',
    likelihood: given?.likelihood ?? null,
    evidence: given?.evidence.map(({ id }) => id) ?? null,
    claimVersion: claim.version,
  };
}

/** `rationale` is the whole one where the record holds it cut. */
export function useDraft(
  place: string,
  claim: Claim,
  verdict: Verdict | undefined,
  rationale: string | null,
): Begun<Draft> {
  const initial = useMemo(() => {
    const given = draftOf(claim, verdict);
    return rationale === null ? given : { ...given, rationale };
  }, [claim, verdict, rationale]);
  return useBegun(place, draft, initial);
}

/** The pieces it rests on, among those that there are now. */
export function restingOn(
  { evidence }: Pick<Draft, 'evidence'>,
  pieces: readonly { readonly id: string }[],
): string[] {
  const ids = pieces.map(({ id }) => id);
  return evidence === null ? ids : ids.filter((id) => evidence.includes(id));
}
