import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import {
  bearsLikelihood,
  claim as claimRecord,
  type Claim,
  type Raising,
} from '../record/claim.ts';
import type { RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { differences, isEmpty, raisedBy, sameValue, valuesBefore } from './changes.ts';
import { command } from './command.ts';
import { liveClaim, movedOn } from './targets.ts';

const {
  checks,
  restatement,
  short,
  claimant,
  chain,
  date,
  place,
  type,
  likelihood,
  tags,
  priority,
} = claimRecord.shape;
const fields = z.partial(
  z.strictObject({
    checks,
    restatement,
    short,
    claimant,
    chain,
    date,
    place,
    type,
    likelihood,
    tags,
    priority,
  }),
);
const args = z.strictObject({
  claimId: recordId,
  version: claimRecord.shape.version,
  changes: fields,
  /** What the editor saw in these fields; if one has changed meanwhile, the command is refused. */
  seen: z.optional(fields),
});
type Args = z.infer<typeof args>;

/** Changing one of these from what somebody had filled in asks another question: a new version. */
const asked = ['checks', 'restatement', 'claimant', 'date'] as const;

/** Changes what a claim says of itself. Words and place have commands of their own. */
export const claimRestate = command<Args>({
  name: 'claim.restate',
  args,
  done: 'Claim restated',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayRestate(state, claim, context);
  },
  run(state, given, { actor, now }) {
    const claim = liveClaim(state, given.claimId);
    if (isRefusal(claim)) return claim;
    const changes = restating(state, claim, given);
    if (isRefusal(changes)) return changes;
    const value: Claim = {
      ...claim,
      ...changes,
      ...raisedBy(claim, asksAnew(claim, changes), { actor, now }),
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'claims', key: claim.id, value }] };
  },
  inverse(before, given) {
    const claim = before.claims.get(given.claimId);
    if (!claim) return null;
    const changes = restating(before, claim, given);
    if (isRefusal(changes)) return null;
    const version = claim.version + (asksAnew(claim, changes).length > 0 ? 1 : 0);
    return {
      name: 'claim.restate',
      args: {
        claimId: claim.id,
        version,
        changes: valuesBefore<Claim>(claim, changes),
        seen: changes,
      },
    };
  },
});

function asksAnew(claim: Claim, changes: Partial<Claim>): readonly Raising[] {
  return asked.filter((key) => key in changes && !isEmpty(claim[key]));
}

/** What really changes; a likelihood goes when the type no longer bears one. */
function restating(
  state: RecordState,
  claim: Claim,
  { version, changes, seen }: Args,
): Partial<Claim> | Refusal {
  const moved = movedOn(claim, version) ?? seenOtherwise(claim, seen);
  if (moved) return moved;
  const wanted = { ...changes };
  if (wanted.tags) wanted.tags = [...new Set(wanted.tags.map((tag) => tag.trim()).filter(Boolean))];
  if (!bearsLikelihood(wanted.type === undefined ? claim.type : wanted.type)) {
    if (wanted.likelihood) {
      return refuse('bad-request', 'Only an assessment or a prediction can bear a likelihood.');
    }
    wanted.likelihood = null;
  }
  const twin = claim.twin === null ? undefined : state.claims.get(claim.twin);
  if (
    wanted.checks &&
    wanted.checks !== claim.checks &&
    twin &&
    !twin.withdrawn &&
    twin.checks === wanted.checks
  ) {
    return refuse('conflict', `Its twin #${twin.number} checks that already.`);
  }
  const different = differences<Claim>(claim, wanted);
  if (Object.keys(different).length === 0) {
    return refuse('nothing-to-change', `#${claim.number} says so already.`);
  }
  return different;
}

function seenOtherwise(claim: Claim, seen: Args['seen']): Refusal | null {
  if (!seen || sameValue(differences<Claim>(claim, seen), {})) return null;
  return refuse(
    'claim-moved-on',
    `Somebody else filled in #${claim.number} while you were writing. Compare with your words and decide.`,
  );
}
