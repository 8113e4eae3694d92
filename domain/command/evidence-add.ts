import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayJudge } from '../policy/document.ts';
import type { Evidence } from '../record/evidence.ts';
import type { Put } from '../record/state.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { evidenceFields } from './evidence-fields.ts';
import { newSource, sourceFields } from './source-fields.ts';
import { liveClaim, liveSource } from './targets.ts';

const args = z.strictObject({
  evidenceId: recordId,
  claimId: recordId,
  sourceId: recordId,
  /** Makes the source in the same step; `sourceId` must then be new. */
  newSource: z.optional(sourceFields),
  ...evidenceFields,
});

/** Brings what one source says about one claim. */
export const evidenceAdd = command<z.infer<typeof args>>({
  name: 'evidence.add',
  args,
  done: 'Evidence added',
  may(state, { claimId }, context) {
    const claim = liveClaim(state, claimId);
    return isRefusal(claim) ? claim : mayJudge(context.role);
  },
  run(state, { evidenceId, claimId, sourceId, newSource: fresh, ...fields }, { actor, now }) {
    if (state.evidence.has(evidenceId))
      return refuse('id-taken', 'This evidence id was used before.');
    const claim = liveClaim(state, claimId);
    if (isRefusal(claim)) return claim;
    const puts: Put[] = [];
    if (fresh) {
      if (state.sources.has(sourceId)) return refuse('id-taken', 'This source id was used before.');
      const source = newSource(sourceId, fresh, actor, now);
      if (isRefusal(source)) return source;
      puts.push({ root: 'sources', key: sourceId, value: source });
    } else {
      const source = liveSource(state, sourceId);
      if (isRefusal(source)) return source;
    }
    const value: Evidence = {
      id: evidenceId,
      claim: claimId,
      source: sourceId,
      version: 1,
      ...fields,
      grader: actor,
      removed: null,
      cameFrom: [],
      copiedFrom: null,
      createdAt: now,
      createdBy: actor,
      modifiedAt: now,
      modifiedBy: actor,
    };
    puts.push({ root: 'evidence', key: evidenceId, value });
    return { puts };
  },
  inverse: (_before, { evidenceId, newSource: fresh }) => ({
    name: 'evidence.remove',
    args: { evidenceId, reason: '', withSource: fresh !== undefined },
  }),
});
