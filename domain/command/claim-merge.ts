import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { mayRestate } from '../policy/document.ts';
import { claim as claimRecord, type Claim } from '../record/claim.ts';
import type { Put, RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { command } from './command.ts';
import { liveClaim, movedOn } from './targets.ts';

const args = z.strictObject({
  claimId: recordId,
  version: claimRecord.shape.version,
  /** The claim that it is, and that stays. */
  into: recordId,
});

/**
 * Says that a claim is another one, which stays. Its evidence goes along. So do
 * its verdicts, without being written anew: `recordsOf` reads them on the other
 * claim wherever their authors gave none there, stale until they confirm them.
 * Restoring the claim takes all of it back.
 */
export const claimMerge = command<z.infer<typeof args>>({
  name: 'claim.merge',
  args,
  done: 'Claims merged',
  may(state, { claimId, into }, context) {
    const pair = mergeable(state, claimId, into);
    if (isRefusal(pair)) return pair;
    return mayRestate(state, pair.claim, context) ?? mayRestate(state, pair.target, context);
  },
  run(state, { claimId, version, into }, { actor, now }) {
    const pair = mergeable(state, claimId, into);
    if (isRefusal(pair)) return pair;
    const { claim, target } = pair;
    const moved = movedOn(claim, version);
    if (moved) return moved;
    const changed = { modifiedAt: now, modifiedBy: actor };
    const value: Claim = {
      ...claim,
      mergedInto: target.id,
      withdrawn: { at: now, by: actor, reason: '' },
      ...changed,
    };
    const puts: Put[] = [{ root: 'claims', key: claim.id, value }];
    for (const piece of state.evidence.values()) {
      if (piece.claim !== claim.id) continue;
      if (piece.cameFrom.length >= limits.moves) {
        return refuse('too-large', `Evidence of #${claim.number} was merged too often already.`);
      }
      const gone = {
        ...piece,
        claim: target.id,
        cameFrom: [...piece.cameFrom, claim.id],
        ...changed,
      };
      puts.push({ root: 'evidence', key: piece.id, value: gone });
    }
    return { puts };
  },
  inverse: (_before, { claimId }) => ({ name: 'claim.restore', args: { claimId } }),
});

/** Why the one cannot be merged into the other; both where it can. */
export function mergeable(
  state: RecordState,
  id: string,
  into: string,
): { claim: Claim; target: Claim } | Refusal {
  const claim = liveClaim(state, id);
  if (isRefusal(claim)) return claim;
  const target = liveClaim(state, into);
  if (isRefusal(target)) return target;
  if (claim.id === target.id) {
    return refuse('bad-request', 'A claim cannot be merged into itself.');
  }
  if (claim.checks !== target.checks) {
    return refuse(
      'conflict',
      `#${claim.number} and #${target.number} check two different questions. Link them instead.`,
    );
  }
  return { claim, target };
}
