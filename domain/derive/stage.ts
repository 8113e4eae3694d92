/** How far a claim has come. Derived from the records, the same words everywhere. */
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { RecordState } from '../record/state.ts';
import { scaleOf } from '../scale/list.ts';
import { disagreements } from './reviewing.ts';
import { latestRuling, rulingHolds } from './ruling.ts';
import { spreadOf } from './spread.ts';
import {
  type AnchorState,
  askedFor,
  judgementsOn,
  policyOf,
  revealedOn,
  staleVerdicts,
  submittedOn,
} from './standing.ts';

export const stages = ['open', 'judging', 'revealed', 'disputed', 'settled'] as const;
export type Stage = (typeof stages)[number];

/**
 * A ruling that holds settles. Else: no verdict or pass at all is open; too few
 * on this version, or a stale one, is judging; all in and far apart, or
 * disagreed with in review, is disputed; all in otherwise is revealed.
 * A withdrawn claim keeps the stage that it had.
 */
export function stageOf(state: RecordState, claim: Claim, anchor: AnchorState = 'exact'): Stage {
  const ruling = latestRuling(state, claim.id);
  if (ruling && rulingHolds(state, claim, ruling, anchor)) return 'settled';
  if (recordsOf(state, claim.id).verdicts.length === 0) return 'open';
  if (!revealedOn(state, claim) || staleVerdicts(state, claim, anchor).length > 0) return 'judging';
  return isDisputed(state, claim) ? 'disputed' : 'revealed';
}

/** Two steps or more apart, on the scale against off it, or a `disagree` in review. */
function isDisputed(state: RecordState, claim: Claim): boolean {
  const ratings = judgementsOn(state, claim).map((verdict) => verdict.rating);
  return (
    spreadOf(scaleOf(state.settings.scale), ratings) === 'apart' ||
    disagreements(state, claim).length > 0
  );
}

/** How many have submitted or passed on this version, and how many are wanted: "2 of 3". */
export function headcountOf(
  state: RecordState,
  claim: Claim,
): { submitted: number; wanted: number } {
  const submitted = submittedOn(state, claim);
  const asked = askedFor(state, claim);
  if (asked.length === 0) {
    return {
      submitted: submitted.length,
      wanted: Math.max(policyOf(state, claim).verdicts, submitted.length),
    };
  }
  // Whoever judged without being asked is counted on both sides, so that "4 of 3" is never said.
  const unasked = submitted.filter((verdict) => !asked.includes(verdict.author)).length;
  return { submitted: submitted.length, wanted: asked.length + unasked };
}
