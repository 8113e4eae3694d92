import * as z from 'zod/mini';
import { revealedOn, stalenessOf } from '../derive/standing.ts';
import { recordId } from '../id.ts';
import { mayJudge } from '../policy/document.ts';
import { bearsLikelihood } from '../record/claim.ts';
import { verdictOf } from '../record/claim-records.ts';
import { judgement, verdictKey, type Judgement } from '../record/verdict.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { liveClaim, movedOn } from './targets.ts';

const { claimVersion, revision } = judgement.shape;
const args = z.strictObject({ claimId: recordId, claimVersion, revision });

/**
 * "Still stands": answers what has changed since one's own verdict by the same
 * verdict on the claim and the evidence as they are now. Its words are not sent
 * again, so that words cut here never take the place of the whole ones, which
 * the revision that it repeats holds.
 */
export const verdictStand = command<z.infer<typeof args>>({
  name: 'verdict.stand',
  args,
  done: 'Verdict still stands',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayJudge(context.role);
  },
  run(state, given, { actor, now }) {
    const claim = liveClaim(state, given.claimId);
    if (isRefusal(claim)) return claim;
    const moved = movedOn(claim, given.claimVersion);
    if (moved) return moved;
    const key = verdictKey(claim.id, actor);
    const own = verdictOf(state, claim.id, actor);
    if (own?.kind !== 'verdict') {
      return refuse('no-such-verdict', `You have not given a verdict on #${claim.number}.`);
    }
    if (own.revision !== given.revision) {
      return refuse('verdict-moved-on', 'You revised this verdict in another window meanwhile.');
    }
    if (!stalenessOf(state, claim, own)) {
      return refuse(
        'nothing-to-change',
        `Nothing that your verdict on #${claim.number} rests on has changed.`,
      );
    }
    const value: Judgement = {
      ...own,
      claim: claim.id,
      revision: (state.verdicts.get(key)?.revision ?? 0) + 1,
      cameFrom: own.claim === claim.id ? own.cameFrom : own.claim,
      claimVersion: claim.version,
      likelihood: bearsLikelihood(claim.type) ? own.likelihood : null,
      evidence: own.evidence.flatMap(({ id }) => {
        const evidence = state.evidence.get(id);
        return evidence && !evidence.removed && evidence.claim === claim.id
          ? [{ id, version: evidence.version }]
          : [];
      }),
      submittedAt: now,
      afterReveal: revealedOn(state, claim),
    };
    return { puts: [{ root: 'verdicts', key, value }] };
  },
});
