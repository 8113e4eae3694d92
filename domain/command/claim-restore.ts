import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import type { Put } from '../record/state.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { claimIn } from './targets.ts';

const args = z.strictObject({ claimId: recordId });

/** Brings a withdrawn claim back as it was; the link to its twin only if that still fits. */
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
    const back = { ...claim, withdrawn: null, modifiedAt: now, modifiedBy: actor };
    const twin = claim.twin === null ? undefined : state.claims.get(claim.twin);
    if (!twin || (twin.twin === claimId && twin.checks !== claim.checks)) {
      return { puts: [{ root: 'claims', key: claimId, value: back }] };
    }
    // Meanwhile its twin got another, or came to ask the same question.
    const puts: Put[] = [{ root: 'claims', key: claimId, value: { ...back, twin: null } }];
    if (twin.twin === claimId)
      puts.push({ root: 'claims', key: twin.id, value: { ...twin, twin: null } });
    return { puts };
  },
  inverse(before, { claimId }) {
    const withdrawn = before.claims.get(claimId)?.withdrawn;
    return withdrawn
      ? { name: 'claim.withdraw', args: { claimId, reason: withdrawn.reason } }
      : null;
  },
});
