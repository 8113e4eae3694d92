/** What is to be said of a claim beside its stage. Several may hold at once. */
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { RecordState } from '../record/state.ts';
import { unreviewed } from './reviewing.ts';
import { stageOf } from './stage.ts';
import { type AnchorState, staleVerdicts } from './standing.ts';

export const flags = [
  'withdrawn',
  'removed',
  'changed',
  'stale',
  'in-review',
  'unsourced',
] as const;
export type Flag = (typeof flags)[number];

/** The most pressing first. A withdrawn claim says nothing but that. */
export function flagsOf(
  state: RecordState,
  claim: Claim,
  anchor: AnchorState = 'exact',
): readonly Flag[] {
  if (claim.withdrawn) return ['withdrawn'];
  const stage = stageOf(state, claim, anchor);
  const holds: Record<Flag, boolean> = {
    withdrawn: false,
    removed: anchor === 'removed',
    changed: anchor === 'changed',
    stale: stage !== 'settled' && staleVerdicts(state, claim, anchor).length > 0,
    'in-review':
      (stage === 'revealed' || stage === 'disputed') && unreviewed(state, claim).length > 0,
    unsourced: !recordsOf(state, claim.id).evidence.some((evidence) => !evidence.removed),
  };
  return flags.filter((flag) => holds[flag]);
}
