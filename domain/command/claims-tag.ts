import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { mayRestate } from '../policy/document.ts';
import { type Claim, claim as claimRecord } from '../record/claim.ts';
import type { RecordState } from '../record/state.ts';
import { refuse } from '../refusal.ts';
import { command } from './command.ts';
import { claimIds, eachClaim, grouped, groupsOf, inAll, mayEach } from './each-claim.ts';

const { tags } = claimRecord.shape;
const args = z.strictObject({
  changes: groupsOf(z.strictObject({ claimIds, add: tags, remove: tags })),
});
type Args = z.infer<typeof args>;
type Change = Pick<Args['changes'][number], 'add' | 'remove'>;

/** Puts tags on many claims, and takes others off. Two people who tag at once both count. */
export const claimsTag = command<Args>({
  name: 'claims.tag',
  args,
  done: 'Claims tagged',
  may: (state, { changes }, context) =>
    mayEach(state, inAll(changes), (seen, claim) => mayRestate(seen, claim, context)),
  run(state, { changes }, { actor, now }) {
    const wanted = byClaim(changes);
    return eachClaim(state, inAll(changes), (_seen, claim) => {
      const { add, remove } = effect(claim, wanted.get(claim.id));
      if (add.length + remove.length === 0)
        return refuse('nothing-to-change', `#${claim.number} is tagged like that already.`);
      const left = [...claim.tags.filter((tag) => !remove.includes(tag)), ...add];
      if (left.length > limits.tags)
        return refuse('too-large', `At most ${limits.tags} tags can stand on one claim.`);
      const value: Claim = { ...claim, tags: left, modifiedAt: now, modifiedBy: actor };
      return [{ root: 'claims', key: claim.id, value }];
    });
  },
  inverse(before, { changes }) {
    const back = effects(before, changes).map(
      ([claim, { add, remove }]) => [claim, { add: remove, remove: add }] as const,
    );
    return { name: 'claims.tag', args: { changes: grouped(back) } };
  },
});

function byClaim(changes: Args['changes']): ReadonlyMap<string, Change> {
  return new Map(changes.flatMap((change) => change.claimIds.map((id) => [id, change] as const)));
}

function effects(state: RecordState, changes: Args['changes']): (readonly [string, Change])[] {
  return [...byClaim(changes)].flatMap(([id, change]) => {
    const claim = state.claims.get(id);
    const done = claim ? effect(claim, change) : { add: [], remove: [] };
    return done.add.length + done.remove.length > 0 ? [[id, done] as const] : [];
  });
}

/** What really changes; a tag that is both added and removed is added. */
function effect(claim: Claim, change: Change = { add: [], remove: [] }): Change {
  const add = [...new Set(change.add.map((tag) => tag.trim()).filter(Boolean))];
  return {
    add: add.filter((tag) => !claim.tags.includes(tag)),
    remove: [...new Set(change.remove)].filter(
      (tag) => claim.tags.includes(tag) && !add.includes(tag),
    ),
  };
}
