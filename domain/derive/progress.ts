/** How far a whole document has come, for lists: counts alone, so that nothing of a verdict shows in them. */
import { indexRecords } from '../record/claim-records.ts';
import type { RecordState } from '../record/state.ts';
import type { RatingId } from '../scale/scale.ts';
import { latestRuling } from './ruling.ts';
import { type Stage, stageOf } from './stage.ts';
import { type AnchorState, staleVerdicts } from './standing.ts';

export interface Progress {
  /** Live claims; withdrawn ones are counted apart. */
  readonly claims: number;
  readonly withdrawn: number;
  readonly stages: Readonly<Record<Stage, number>>;
  readonly stale: number;
  /** Settled claims by the rating of their ruling. */
  readonly ratings: Readonly<Record<RatingId, number>>;
}

/** Claims missing from `anchors` count as exact: who keeps no text does not know better. */
export function progressOf(
  state: RecordState,
  anchors?: ReadonlyMap<string, AnchorState>,
): Progress {
  const indexed = indexRecords(state);
  const counted: Record<Stage, number> = {
    open: 0,
    judging: 0,
    revealed: 0,
    disputed: 0,
    settled: 0,
  };
  const ratings: Record<RatingId, number> = {};
  let claims = 0;
  let withdrawn = 0;
  let stale = 0;
  for (const claim of state.claims.values()) {
    if (claim.withdrawn) {
      withdrawn += 1;
      continue;
    }
    claims += 1;
    const anchor = anchors?.get(claim.id) ?? 'exact';
    const stage = stageOf(indexed, claim, anchor);
    counted[stage] += 1;
    if (stage !== 'settled') {
      if (staleVerdicts(indexed, claim, anchor).length > 0) stale += 1;
      continue;
    }
    const ruling = latestRuling(indexed, claim.id);
    if (ruling) ratings[ruling.rating] = (ratings[ruling.rating] ?? 0) + 1;
  }
  return { claims, withdrawn, stages: counted, stale, ratings };
}
