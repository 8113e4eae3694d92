/** The claim over the same words that checks the other question. */
import type { Checks, Claim } from '../../../../domain/record/claim.ts';
import type { RecordState } from '../../../../domain/record/state.ts';

/** Null where there is none, or it was withdrawn. */
export function twinOf(record: RecordState, claim: Claim): Claim | null {
  const twin = claim.twin === null ? undefined : record.claims.get(claim.twin);
  return twin && !twin.withdrawn ? twin : null;
}

export const otherQuestion: Readonly<Record<Checks, Checks>> = { said: 'content', content: 'said' };
