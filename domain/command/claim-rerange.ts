import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import { claim as claimRecord, type Claim } from '../record/claim.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { raisedBy, sameValue } from './changes.ts';
import { command, type Located } from './command.ts';
import { place } from './place.ts';
import { liveClaim, movedOn } from './targets.ts';

const args = z.strictObject({
  claimId: recordId,
  version: claimRecord.shape.version,
  place,
  /** Where the claim stood before, as the client saw it: what taking this back needs. */
  from: z.optional(place),
});

/** Puts a claim on other words. The very same quote with the same neighbours is no new version. */
export const claimRerange = command<z.infer<typeof args>>({
  name: 'claim.rerange',
  args,
  done: 'Range changed',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayRestate(state, claim, context);
  },
  run(state, { claimId, version }, { actor, now, located }) {
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const moved = movedOn(claim, version);
    if (moved) return moved;
    if (!located) return refuse('words-not-found', 'These words are not in the text.');
    const value: Claim = {
      ...claim,
      ...raisedBy(claim, requotes(claim, located) ? ['quote'] : [], { actor, now }),
      quote: located.quote,
      position: located.position,
      keptAgainst: null,
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'claims', key: claimId, value }], anchor: claimId };
  },
  /** Only where the old range bore the quote: going back must not take over other words. */
  inverse(before, { claimId, place: to, from }, { located }) {
    const claim = before.claims.get(claimId);
    if (!claim || !located || claim.keptAgainst !== null) return null;
    if (from?.quote !== claim.quote.exact) return null;
    const version = claim.version + (requotes(claim, located) ? 1 : 0);
    return { name: 'claim.rerange', args: { claimId, version, place: from, from: to } };
  },
});

function requotes(claim: Claim, located: Located): boolean {
  return !sameValue(claim.quote, located.quote);
}
