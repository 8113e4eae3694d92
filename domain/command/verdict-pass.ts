import * as z from 'zod/mini';
import { revealedOn } from '../derive/standing.ts';
import { recordId } from '../id.ts';
import { mayJudge } from '../policy/document.ts';
import { pass, verdictKey, type Verdict } from '../record/verdict.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { sameValue } from './changes.ts';
import { command } from './command.ts';
import { liveClaim, movedOn } from './targets.ts';

const { claimVersion, reason, words } = pass.shape;
const args = z.strictObject({ claimId: recordId, claimVersion, reason, words });

/** Says that one gives no verdict, and why. Replaces one's own verdict, if there is one. */
export const verdictPass = command<z.infer<typeof args>>({
  name: 'verdict.pass',
  args,
  done: 'Passed',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayJudge(context.role);
  },
  run(state, { claimId, ...given }, { actor, now }) {
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const moved = movedOn(claim, given.claimVersion);
    if (moved) return moved;
    const key = verdictKey(claimId, actor);
    const before = state.verdicts.get(key);
    const value: Verdict = {
      kind: 'pass',
      claim: claimId,
      author: actor,
      revision: (before?.revision ?? 0) + 1,
      ...given,
      submittedAt: now,
      afterReveal: revealedOn(state, claim),
    };
    const { revision, submittedAt, afterReveal } = value;
    if (before && sameValue(value, { ...before, revision, submittedAt, afterReveal })) {
      return refuse('nothing-to-change', `You have passed on #${claim.number} already.`);
    }
    return { puts: [{ root: 'verdicts', key, value }] };
  },
});
