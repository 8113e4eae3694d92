import * as z from 'zod/mini';
import { mayRestate } from '../policy/document.ts';
import { isRefusal } from '../refusal.ts';
import { claimRestore } from './claim-restore.ts';
import { command } from './command.ts';
import { claimIds, eachClaim, mayEach } from './each-claim.ts';
import { claimIn } from './targets.ts';

const args = z.strictObject({ claimIds });

/** Brings many withdrawn claims back. */
export const claimsRestore = command<z.infer<typeof args>>({
  name: 'claims.restore',
  args,
  done: 'Claims restored',
  may: (state, given, context) =>
    mayEach(state, given.claimIds, (seen, claim) => mayRestate(seen, claim, context), claimIn),
  run: (state, given, context) =>
    eachClaim(state, given.claimIds, (seen, { id }) => {
      const done = claimRestore.run(seen, { claimId: id }, context);
      return isRefusal(done) ? done : done.puts;
    }),
  // Only those that were withdrawn came back; reasons of their own are kept where they are all the same.
  inverse(before, given) {
    const back = given.claimIds.flatMap((id) => before.claims.get(id) ?? []);
    const gone = back.filter((claim) => claim.withdrawn);
    // Evidence went back with a claim that had been merged: withdrawing it again would not merge it.
    if (gone.some((claim) => claim.mergedInto !== null)) return null;
    const reasons = new Set(gone.map((claim) => claim.withdrawn?.reason ?? ''));
    const [reason = ''] = reasons.size === 1 ? reasons : [];
    return gone.length === 0
      ? null
      : { name: 'claims.withdraw', args: { claimIds: gone.map(({ id }) => id), reason } };
  },
});
