import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayJudge } from '../policy/document.ts';
import type { Evidence } from '../record/evidence.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { liveClaim, liveSource } from './targets.ts';

const args = z.strictObject({ evidenceId: recordId, from: recordId, claimId: recordId });

/**
 * Brings a piece of evidence for another claim too, as when a claim is split. The
 * copy is whoever's who made it; stance and credibility stay those of their grader.
 */
export const evidenceCopy = command<z.infer<typeof args>>({
  name: 'evidence.copy',
  args,
  done: 'Evidence copied',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayJudge(context.role);
  },
  run(state, { evidenceId, from, claimId }, { actor, now }) {
    if (state.evidence.has(evidenceId))
      return refuse('id-taken', 'This evidence id was used before.');
    const piece = state.evidence.get(from);
    if (!piece || piece.removed) {
      return refuse('no-such-evidence', 'There is no such evidence in this document.');
    }
    const source = liveSource(state, piece.source);
    if (isRefusal(source)) return source;
    const value: Evidence = {
      ...piece,
      id: evidenceId,
      claim: claimId,
      version: 1,
      cameFrom: [],
      copiedFrom: from,
      createdAt: now,
      createdBy: actor,
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'evidence', key: evidenceId, value }] };
  },
  inverse: (_before, { evidenceId }) => ({
    name: 'evidence.remove',
    args: { evidenceId, reason: '', withSource: false },
  }),
});
