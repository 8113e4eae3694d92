import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import { claim as claimRecord, type Claim } from '../record/claim.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { place } from './place.ts';
import { liveClaim, movedOn } from './targets.ts';

const args = z.strictObject({ claimId: recordId, version: claimRecord.shape.version, place });

/**
 * The text under a claim was edited, and the claim goes on quoting the old
 * words. Holds against exactly these new words: a further edit asks again.
 */
export const claimKeepQuote = command<z.infer<typeof args>>({
  name: 'claim.keep-quote',
  args,
  done: 'Old quote kept',
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
    const words = located.quote.exact;
    if (words === claim.quote.exact || words === claim.keptAgainst) {
      return refuse(
        'nothing-to-change',
        `#${claim.number} keeps its quote against these words already.`,
      );
    }
    const value: Claim = { ...claim, keptAgainst: words, modifiedAt: now, modifiedBy: actor };
    return { puts: [{ root: 'claims', key: claimId, value }] };
  },
});
