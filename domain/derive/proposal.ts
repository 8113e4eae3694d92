/** The ruling that the verdicts suggest by themselves, for a lead to accept. */
import type { Claim } from '../record/claim.ts';
import type { RulingMethod } from '../record/ruling.ts';
import type { RecordState } from '../record/state.ts';
import type { RatingId } from '../scale/scale.ts';
import { unreviewed } from './reviewing.ts';
import { methodOf } from './ruling.ts';
import { majorityOf } from './spread.ts';
import { stageOf } from './stage.ts';
import { type AnchorState, judgementsOn } from './standing.ts';

export interface ProposedRuling {
  /** One rating to accept; several where as many hold one as the next, and the lead picks. */
  readonly ratings: readonly RatingId[];
  readonly method: RulingMethod;
}

/** Null where something is missing or disputed: then the lead decides without a proposal. */
export function proposedRuling(
  state: RecordState,
  claim: Claim,
  anchor: AnchorState = 'exact',
): ProposedRuling | null {
  if (claim.withdrawn || stageOf(state, claim, anchor) !== 'revealed') return null;
  if (unreviewed(state, claim).length > 0) return null;
  const held = judgementsOn(state, claim).map((verdict) => verdict.rating);
  const majority = majorityOf(held);
  if (majority === null) return { ratings: [...new Set(held)], method: 'adjudicated' };
  const method = methodOf(state, claim, majority);
  return method && { ratings: [majority], method };
}
