import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { personId, recordId } from '../id.ts';
import { mayAssign } from '../policy/document.ts';
import type { Claim } from '../record/claim.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { atLeast } from '../role.ts';
import { command } from './command.ts';
import { liveClaim } from './targets.ts';

const people = z.array(personId).check(z.maxLength(limits.assignees));
const args = z.strictObject({ claimId: recordId, add: people, remove: people });
type Args = z.infer<typeof args>;

/** Asks people for a verdict, or no longer. Two leads who add at once both count. */
export const claimAssign = command<Args>({
  name: 'claim.assign',
  args,
  done: 'Assignment changed',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayAssign(context.role);
  },
  run(state, given, { actor, now }) {
    const claim = liveClaim(state, given.claimId);
    if (isRefusal(claim)) return claim;
    const { added, removed } = assignment(claim, given);
    if (added.length + removed.length === 0) {
      return refuse('nothing-to-change', `#${claim.number} is assigned like that already.`);
    }
    for (const id of added) {
      const person = state.people.get(id);
      if (!person?.role)
        return refuse('no-such-person', 'This person is not a member of the document.');
      if (!atLeast(person.role, 'analyst')) {
        return refuse(
          'not-allowed',
          `${person.name} can only read this document. Make them an analyst first.`,
        );
      }
    }
    const assignees = [...claim.assignees.filter((id) => !removed.includes(id)), ...added];
    if (assignees.length > limits.assignees) {
      return refuse(
        'too-large',
        `At most ${limits.assignees} people can be assigned to one claim.`,
      );
    }
    const value: Claim = { ...claim, assignees, modifiedAt: now, modifiedBy: actor };
    return { puts: [{ root: 'claims', key: claim.id, value }] };
  },
  inverse(before, given) {
    const claim = before.claims.get(given.claimId);
    if (!claim) return null;
    const { added, removed } = assignment(claim, given);
    return { name: 'claim.assign', args: { claimId: claim.id, add: removed, remove: added } };
  },
});

/** Whoever is both added and removed is added. */
export function assignment(
  claim: Claim,
  { add, remove }: Pick<Args, 'add' | 'remove'>,
): { added: number[]; removed: number[] } {
  return {
    added: [...new Set(add)].filter((id) => !claim.assignees.includes(id)),
    removed: [...new Set(remove)].filter((id) => claim.assignees.includes(id) && !add.includes(id)),
  };
}
