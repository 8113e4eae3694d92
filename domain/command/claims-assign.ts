import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { limits } from '../limits.ts';
import { mayAssign } from '../policy/document.ts';
import { isRefusal } from '../refusal.ts';
import { assignment, claimAssign } from './claim-assign.ts';
import { command } from './command.ts';
import { claimIds, eachClaim, grouped, groupsOf, inAll, mayEach } from './each-claim.ts';

const people = z.array(personId).check(z.maxLength(limits.assignees));
const args = z.strictObject({
  changes: groupsOf(z.strictObject({ claimIds, add: people, remove: people })),
});
type Args = z.infer<typeof args>;

/** Asks people for verdicts on many claims, or no longer. */
export const claimsAssign = command<Args>({
  name: 'claims.assign',
  args,
  done: 'Claims assigned',
  may: (state, { changes }, context) =>
    mayAssign(context.role) ?? mayEach(state, inAll(changes), () => null),
  run(state, { changes }, context) {
    const wanted = byClaim(changes);
    return eachClaim(state, inAll(changes), (seen, { id }) => {
      const { add, remove } = wanted.get(id) ?? nobody;
      const done = claimAssign.run(seen, { claimId: id, add, remove }, context);
      return isRefusal(done) ? done : done.puts;
    });
  },
  inverse(before, { changes }) {
    const back = [...byClaim(changes)].flatMap(([id, change]) => {
      const claim = before.claims.get(id);
      const { added, removed } = claim ? assignment(claim, change) : noChange;
      return added.length + removed.length > 0
        ? [[id, { add: removed, remove: added }] as const]
        : [];
    });
    return { name: 'claims.assign', args: { changes: grouped(back) } };
  },
});

type Change = Pick<Args['changes'][number], 'add' | 'remove'>;
const nobody: Change = { add: [], remove: [] };
const noChange = { added: [], removed: [] };

function byClaim(changes: Args['changes']): ReadonlyMap<string, Change> {
  return new Map(changes.flatMap((change) => change.claimIds.map((id) => [id, change] as const)));
}
