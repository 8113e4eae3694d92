import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { mayRestate } from '../policy/document.ts';
import { claim as claimRecord, type Claim } from '../record/claim.ts';
import type { RecordState } from '../record/state.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { liveClaim, movedOn } from './targets.ts';

const args = z.strictObject({
  claimId: recordId,
  version: claimRecord.shape.version,
  /** Claims that were marked as parts of it. */
  parts: z.array(recordId).check(z.minLength(2), z.maxLength(limits.parts)),
});

/** Puts a claim's parts, each marked before, in its place. It keeps its evidence and verdicts, and comes back with them when it is restored. */
export const claimSplit = command<z.infer<typeof args>>({
  name: 'claim.split',
  args,
  done: 'Claim split',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayRestate(state, claim, context);
  },
  run(state, { claimId, version, parts }, { actor, now }) {
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const moved = movedOn(claim, version);
    if (moved) return moved;
    const splitInto = [...new Set(parts)];
    if (splitInto.length < 2) return refuse('bad-request', 'A claim is split into two at least.');
    for (const id of splitInto) {
      const part = liveClaim(state, id);
      if (isRefusal(part)) return part;
      if (part.partOf !== claimId) {
        return refuse('conflict', `#${part.number} is no part of #${claim.number}.`);
      }
    }
    const value: Claim = {
      ...claim,
      splitInto,
      withdrawn: { at: now, by: actor, reason: '' },
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'claims', key: claimId, value }] };
  },
  inverse: (_before, { claimId }) => ({ name: 'claim.restore', args: { claimId } }),
});

/** Whether it could be split into these again, once it is restored. */
export function areParts(state: RecordState, claim: Claim): boolean {
  return (
    claim.splitInto.length > 1 &&
    claim.splitInto.every((id) => {
      const part = liveClaim(state, id);
      return !isRefusal(part) && part.partOf === claim.id;
    })
  );
}
