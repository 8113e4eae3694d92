import * as z from 'zod/mini';
import { latestRuling, methodOf } from '../derive/ruling.ts';
import { judgementsOn } from '../derive/standing.ts';
import { recordId } from '../id.ts';
import { mayRule } from '../policy/document.ts';
import { ruling as rulingRecord, type Ruling } from '../record/ruling.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { scaleOf } from '../scale/list.ts';
import { ratingOf } from '../scale/scale.ts';
import { command } from './command.ts';
import { liveClaim, movedOn } from './targets.ts';

const { claimVersion, rating, explanation, replaces } = rulingRecord.shape;
const args = z.strictObject({
  rulingId: recordId,
  claimId: recordId,
  claimVersion,
  rating,
  explanation,
  /** The latest ruling that the lead saw; null for the first. */
  replaces,
  /** Why there is another: we erred, or facts changed. Absent for the first. */
  kind: z.optional(z.enum(['correction', 'update'])),
});

/**
 * Settles a claim. The method follows from the verdicts on this version, and
 * whoever holds otherwise is kept as dissent with their own words (cut like
 * all long words of a record; whole in the named revision of the verdict).
 */
export const rulingGive = command<z.infer<typeof args>>({
  name: 'ruling.give',
  args,
  done: 'Ruling given',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayRule(context.role);
  },
  run(state, { rulingId, claimId, kind, ...given }, { actor, now }) {
    if (state.rulings.has(rulingId)) return refuse('id-taken', 'This ruling id was used before.');
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const moved = movedOn(claim, given.claimVersion);
    if (moved) return moved;
    const latest = latestRuling(state, claimId);
    if ((latest?.id ?? null) !== given.replaces) {
      return refuse(
        'conflict',
        `Somebody else ruled on #${claim.number} meanwhile. Read that ruling first.`,
      );
    }
    if (latest && !kind) {
      return refuse(
        'bad-request',
        `#${claim.number} has a ruling. Say whether this one is a correction or an update.`,
      );
    }
    if (!ratingOf(scaleOf(state.settings.scale), given.rating)) {
      return refuse('bad-request', `The scale of this document has no rating “${given.rating}”.`);
    }
    const method = methodOf(state, claim, given.rating);
    if (!method) {
      return refuse(
        'nothing-to-rule',
        `Nobody has given a verdict on #${claim.number} as it stands now.`,
      );
    }
    const value: Ruling = {
      id: rulingId,
      claim: claimId,
      ...given,
      method,
      dissent: judgementsOn(state, claim)
        .filter((verdict) => verdict.rating !== given.rating)
        .map(({ author, revision, rating: held, rationale }) => ({
          author,
          revision,
          rating: held,
          words: rationale,
        })),
      kind: latest && kind ? kind : 'first',
      ruledAt: now,
      ruledBy: actor,
    };
    return { puts: [{ root: 'rulings', key: rulingId, value }] };
  },
});
