import * as z from 'zod/mini';
import { mayRestate } from '../policy/document.ts';
import { type Claim, claim as claimRecord } from '../record/claim.ts';
import { refuse } from '../refusal.ts';
import { command } from './command.ts';
import { claimIds, eachClaim, grouped, groupsOf, inAll, mayEach } from './each-claim.ts';

const { priority } = claimRecord.shape;
const args = z.strictObject({ changes: groupsOf(z.strictObject({ claimIds, priority })) });
type Args = z.infer<typeof args>;

/** Says of many claims how pressing they are. */
export const claimsPrioritise = command<Args>({
  name: 'claims.prioritise',
  args,
  done: 'Claims prioritised',
  may: (state, { changes }, context) =>
    mayEach(state, inAll(changes), (seen, claim) => mayRestate(seen, claim, context)),
  run(state, { changes }, { actor, now }) {
    const wanted = byClaim(changes);
    return eachClaim(state, inAll(changes), (_seen, claim) => {
      const asked = wanted.get(claim.id) ?? claim.priority;
      if (asked === claim.priority)
        return refuse('nothing-to-change', `#${claim.number} has this priority already.`);
      const value: Claim = { ...claim, priority: asked, modifiedAt: now, modifiedBy: actor };
      return [{ root: 'claims', key: claim.id, value }];
    });
  },
  inverse(before, { changes }) {
    const back = [...byClaim(changes)].flatMap(([id, asked]) => {
      const had = before.claims.get(id)?.priority ?? asked;
      return had === asked ? [] : [[id, { priority: had }] as const];
    });
    return { name: 'claims.prioritise', args: { changes: grouped(back) } };
  },
});

/** A claim that is named twice gets what is said last. */
function byClaim(changes: Args['changes']): ReadonlyMap<string, Claim['priority']> {
  return new Map(
    changes.flatMap((change) => change.claimIds.map((id) => [id, change.priority] as const)),
  );
}
