import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import type { Claim } from '../record/claim.ts';
import type { Put } from '../record/state.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { areParts } from './claim-split.ts';
import { command } from './command.ts';
import { claimIn, liveClaim } from './targets.ts';

const args = z.strictObject({ claimId: recordId });

/**
 * Brings a withdrawn claim back as it was: from the claim that it was merged
 * into, with its evidence; from its parts, which go on by themselves. The link to
 * its twin comes back only if that still fits.
 */
export const claimRestore = command<z.infer<typeof args>>({
  name: 'claim.restore',
  args,
  done: 'Claim restored',
  may(state, { claimId }, context) {
    const claim = claimIn(state, claimId);
    return isRefusal(claim) ? claim : mayRestate(state, claim, context);
  },
  run(state, { claimId }, { actor, now }) {
    const claim = claimIn(state, claimId);
    if (isRefusal(claim)) return claim;
    if (!claim.withdrawn) return refuse('nothing-to-change', `#${claim.number} is not withdrawn.`);
    const changed = { modifiedAt: now, modifiedBy: actor };
    const back: Claim = { ...claim, withdrawn: null, mergedInto: null, splitInto: [], ...changed };
    const evidence = [...state.evidence.values()]
      .filter((piece) => claim.mergedInto !== null && piece.cameFrom.at(-1) === claimId)
      .map((piece): Put => {
        const value = {
          ...piece,
          claim: claimId,
          cameFrom: piece.cameFrom.slice(0, -1),
          ...changed,
        };
        return { root: 'evidence', key: piece.id, value };
      });
    const twin = claim.twin === null ? undefined : state.claims.get(claim.twin);
    if (!twin || (twin.twin === claimId && twin.checks !== claim.checks)) {
      return { puts: [{ root: 'claims', key: claimId, value: back }, ...evidence] };
    }
    // Meanwhile its twin got another, or came to ask the same question.
    const puts: Put[] = [{ root: 'claims', key: claimId, value: { ...back, twin: null } }];
    if (twin.twin === claimId)
      puts.push({ root: 'claims', key: twin.id, value: { ...twin, twin: null } });
    return { puts: [...puts, ...evidence] };
  },
  inverse(before, { claimId }, context) {
    const claim = before.claims.get(claimId);
    if (!claim?.withdrawn) return null;
    const { version, splitInto: parts, withdrawn } = claim;
    if (claim.mergedInto !== null) {
      const target = liveClaim(before, claim.mergedInto);
      const stays = isRefusal(target) || target.checks !== claim.checks;
      // The evidence went back with the claim: withdrawing it alone would take it off the other one.
      if (stays || mayRestate(before, target, context)) return null;
      return { name: 'claim.merge', args: { claimId, version, into: target.id } };
    }
    if (areParts(before, claim)) return { name: 'claim.split', args: { claimId, version, parts } };
    return { name: 'claim.withdraw', args: { claimId, reason: withdrawn.reason } };
  },
});
