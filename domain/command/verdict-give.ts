import * as z from 'zod/mini';
import { policyOf, revealedOn } from '../derive/standing.ts';
import { limits } from '../limits.ts';
import { recordId } from '../id.ts';
import { mayJudge } from '../policy/document.ts';
import { bearsLikelihood } from '../record/claim.ts';
import { isCut } from '../record/codec.ts';
import type { RecordState } from '../record/state.ts';
import { judgement, verdictKey, type Judgement } from '../record/verdict.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { scaleOf } from '../scale/list.ts';
import { ratingOf } from '../scale/scale.ts';
import { sameValue } from './changes.ts';
import { command } from './command.ts';
import { liveClaim, movedOn } from './targets.ts';

const { claimVersion, rating, confidence, basis, rationale, likelihood } = judgement.shape;
const args = z.strictObject({
  claimId: recordId,
  claimVersion,
  rating,
  confidence,
  basis,
  rationale,
  likelihood,
  evidence: z.array(recordId).check(z.maxLength(limits.evidencePerVerdict)),
});

/** Gives or revises one's own verdict, on the version of the claim that one has read. */
export const verdictGive = command<z.infer<typeof args>>({
  name: 'verdict.give',
  args,
  done: 'Verdict given',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayJudge(context.role);
  },
  run(state, { claimId, evidence: ids, ...given }, { actor, now }) {
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const moved = movedOn(claim, given.claimVersion);
    if (moved) return moved;
    if (policyOf(state, claim).sealed) {
      return refuse(
        'bad-request',
        'Sealed verdicts cannot be given yet. Ask a lead to open the policy.',
      );
    }
    if (!ratingOf(scaleOf(state.settings.scale), given.rating)) {
      return refuse('bad-request', `The scale of this document has no rating “${given.rating}”.`);
    }
    if (given.likelihood && !bearsLikelihood(claim.type)) {
      return refuse('bad-request', 'Only an assessment or a prediction can bear a likelihood.');
    }
    const evidence = resting(state, claimId, ids);
    if (isRefusal(evidence)) return evidence;
    const key = verdictKey(claimId, actor);
    const before = state.verdicts.get(key);
    const value: Judgement = {
      kind: 'verdict',
      claim: claimId,
      author: actor,
      revision: (before?.revision ?? 0) + 1,
      ...given,
      evidence,
      submittedAt: now,
      afterReveal: revealedOn(state, claim),
      cameFrom: null,
    };
    const { revision, submittedAt, afterReveal } = value;
    if (
      before &&
      sameValue(value, { ...before, revision, submittedAt, afterReveal, cameFrom: null })
    ) {
      return refuse('nothing-to-change', `This is your verdict on #${claim.number} already.`);
    }
    return { puts: [{ root: 'verdicts', key, value }] };
  },
  /**
   * Only a revision can be taken back, by the verdict that it replaced on the
   * same version: where its words are whole here and it could be given again.
   */
  inverse(before, { claimId, claimVersion: version }, { actor }) {
    const claim = before.claims.get(claimId);
    const replaced = before.verdicts.get(verdictKey(claimId, actor));
    if (!claim || replaced?.kind !== 'verdict' || replaced.claimVersion !== version) return null;
    if (isCut(replaced.rationale)) return null;
    if (replaced.likelihood && !bearsLikelihood(claim.type)) return null;
    const gone = replaced.evidence.some(({ id }) => {
      const piece = before.evidence.get(id);
      return !piece || piece.removed || piece.claim !== claimId;
    });
    if (gone) return null;
    const { rating: was, confidence: how, basis: on, rationale: why, likelihood: band } = replaced;
    return {
      name: 'verdict.give',
      args: {
        claimId,
        claimVersion: version,
        rating: was,
        confidence: how,
        basis: on,
        rationale: why,
        likelihood: band,
        evidence: replaced.evidence.map((piece) => piece.id),
      },
    };
  },
});

/** The evidence by version, so that a later change of it shows. */
function resting(
  state: RecordState,
  claimId: string,
  ids: readonly string[],
): Judgement['evidence'] | Refusal {
  const rests: Judgement['evidence'] = [];
  for (const id of new Set(ids)) {
    const evidence = state.evidence.get(id);
    if (evidence?.claim !== claimId) {
      return refuse('no-such-evidence', 'A verdict can rest only on evidence of its own claim.');
    }
    if (evidence.removed) {
      return refuse(
        'no-such-evidence',
        'A piece of evidence that this verdict rests on was removed meanwhile.',
      );
    }
    rests.push({ id, version: evidence.version });
  }
  return rests;
}
