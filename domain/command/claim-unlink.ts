import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import type { Put } from '../record/state.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { liveClaim } from './targets.ts';

const args = z.strictObject({ claimId: recordId });

/** Parts two linked claims. Each goes on by itself. */
export const claimUnlink = command<z.infer<typeof args>>({
  name: 'claim.unlink',
  args,
  done: 'Claims unlinked',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayRestate(state, claim, context);
  },
  run(state, { claimId }) {
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const other = claim.twin === null ? undefined : state.claims.get(claim.twin);
    if (!other || other.withdrawn) {
      return refuse('nothing-to-change', `#${claim.number} is linked with no other claim.`);
    }
    const puts: Put[] = [{ root: 'claims', key: claimId, value: { ...claim, twin: null } }];
    if (other.twin === claimId) {
      puts.push({ root: 'claims', key: other.id, value: { ...other, twin: null } });
    }
    return { puts };
  },
  inverse(before, { claimId }, context) {
    const twin = before.claims.get(claimId)?.twin;
    const other = twin ? before.claims.get(twin) : undefined;
    if (!other || mayRestate(before, other, context)) return null;
    return { name: 'claim.link', args: { claimId, twin: other.id } };
  },
});
