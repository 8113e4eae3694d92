import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import { claim as claimRecord, type Claim } from '../record/claim.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { raisedBy } from './changes.ts';
import { command } from './command.ts';
import { place } from './place.ts';
import { liveClaim, movedOn } from './targets.ts';

const args = z.strictObject({ claimId: recordId, version: claimRecord.shape.version, place });

/**
 * The text under a claim was edited: from now on the claim quotes the words
 * that stand there. Verdicts were on the old ones, so this is a new version.
 */
export const claimTakeOverWords = command<z.infer<typeof args>>({
  name: 'claim.take-over-words',
  args,
  done: 'New words taken over',
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
    if (located.quote.exact === claim.quote.exact) {
      return refuse('nothing-to-change', `#${claim.number} quotes these words already.`);
    }
    const value: Claim = {
      ...claim,
      ...raisedBy(claim, ['quote'], { actor, now }),
      quote: located.quote,
      position: located.position,
      keptAgainst: null,
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'claims', key: claimId, value }], anchor: claimId };
  },
});
