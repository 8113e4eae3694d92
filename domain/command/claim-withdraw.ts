import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import { statement } from '../record/fields.ts';
import { isRefusal } from '../refusal.ts';
import { command } from './command.ts';
import { liveClaim } from './targets.ts';

const args = z.strictObject({ claimId: recordId, reason: statement });

/** Takes a claim back. Record and marks stay, so that restoring it is exact. */
export const claimWithdraw = command<z.infer<typeof args>>({
  name: 'claim.withdraw',
  args,
  done: 'Claim withdrawn',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayRestate(state, claim, context);
  },
  run(state, { claimId, reason }, { actor, now }) {
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const withdrawn = { at: now, by: actor, reason };
    const value = { ...claim, withdrawn, modifiedAt: now, modifiedBy: actor };
    return { puts: [{ root: 'claims', key: claimId, value }] };
  },
  inverse: (_before, { claimId }) => ({ name: 'claim.restore', args: { claimId } }),
});
