import * as z from 'zod/mini';
import { mayRestate } from '../policy/document.ts';
import { statement } from '../record/fields.ts';
import { isRefusal } from '../refusal.ts';
import { claimWithdraw } from './claim-withdraw.ts';
import { command } from './command.ts';
import { claimIds, eachClaim, mayEach } from './each-claim.ts';

const args = z.strictObject({ claimIds, reason: statement });

/** Takes many claims back. */
export const claimsWithdraw = command<z.infer<typeof args>>({
  name: 'claims.withdraw',
  args,
  done: 'Claims withdrawn',
  may: (state, given, context) =>
    mayEach(state, given.claimIds, (seen, claim) => mayRestate(seen, claim, context)),
  run: (state, given, context) =>
    eachClaim(state, given.claimIds, (seen, { id }) => {
      const done = claimWithdraw.run(seen, { claimId: id, reason: given.reason }, context);
      return isRefusal(done) ? done : done.puts;
    }),
  inverse: (_before, given) => ({ name: 'claims.restore', args: { claimIds: given.claimIds } }),
});
