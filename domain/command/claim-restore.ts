import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { claimIn } from './targets.ts';

const args = z.strictObject({ claimId: recordId });

/** Brings a withdrawn claim back as it was. */
export const claimRestore = command<z.infer<typeof args>>({
  name: 'claim.restore',
  args,
  done: 'Claim restored',
  may(state, { claimId }, context) {
    const claim = claimIn(state, claimId);
    return isRefusal(claim) ? claim : mayRestate(state, claim, context);
  },
  run(state, { claimId }, { actor, now }) {
    const claim = claimIn(state, claimId);
    if (isRefusal(claim)) return claim;
    if (!claim.withdrawn) return refuse('nothing-to-change', `#${claim.number} is not withdrawn.`);
    const value = { ...claim, withdrawn: null, modifiedAt: now, modifiedBy: actor };
    return { puts: [{ root: 'claims', key: claimId, value }] };
  },
  inverse(before, { claimId }) {
    const withdrawn = before.claims.get(claimId)?.withdrawn;
    return withdrawn
      ? { name: 'claim.withdraw', args: { claimId, reason: withdrawn.reason } }
      : null;
  },
});
