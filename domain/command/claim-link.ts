import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import type { Put } from '../record/state.ts';
import { isRefusal } from '../refusal.ts';
import { command } from './command.ts';
import { liveClaim } from './targets.ts';
import { freeTwin } from './twins.ts';

const args = z.strictObject({ claimId: recordId, twin: recordId });

/** Links two claims: that they said it, and that it is so. No change of what either says. */
export const claimLink = command<z.infer<typeof args>>({
  name: 'claim.link',
  args,
  done: 'Claims linked',
  may(state, { claimId, twin }, context) {
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const other = liveClaim(state, twin);
    if (isRefusal(other)) return other;
    return mayRestate(state, claim, context) ?? mayRestate(state, other, context);
  },
  run(state, { claimId, twin }) {
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const other = freeTwin(state, twin, claim.checks);
    if (isRefusal(other)) return other;
    const free = freeTwin(state, claimId, other.checks);
    if (isRefusal(free)) return free;
    const puts: Put[] = [
      { root: 'claims', key: claim.id, value: { ...claim, twin: other.id } },
      { root: 'claims', key: other.id, value: { ...other, twin: claim.id } },
    ];
    return { puts };
  },
  inverse: (_before, { claimId }) => ({ name: 'claim.unlink', args: { claimId } }),
});
