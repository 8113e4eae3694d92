import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeEvidence } from '../policy/document.ts';
import { statement } from '../record/fields.ts';
import type { Put } from '../record/state.ts';
import { isRefusal } from '../refusal.ts';
import { command } from './command.ts';
import { liveEvidence } from './targets.ts';

const args = z.strictObject({
  evidenceId: recordId,
  reason: statement,
  /** Its source too, if nothing else rests on it. */
  withSource: z.boolean(),
});

/**
 * Takes evidence back. Its version stays: that it is removed makes verdicts
 * stale, and restoring it makes them stand as they did.
 */
export const evidenceRemove = command<z.infer<typeof args>>({
  name: 'evidence.remove',
  args,
  done: 'Evidence removed',
  may(state, { evidenceId }, context) {
    const evidence = liveEvidence(state, evidenceId);
    return isRefusal(evidence) ? evidence : mayChangeEvidence(evidence, context);
  },
  run(state, { evidenceId, reason, withSource }, { actor, now }) {
    const evidence = liveEvidence(state, evidenceId);
    if (isRefusal(evidence)) return evidence;
    const removed = { at: now, by: actor, reason };
    const value = { ...evidence, removed, modifiedAt: now, modifiedBy: actor };
    const puts: Put[] = [{ root: 'evidence', key: evidenceId, value }];
    const source = state.sources.get(evidence.source);
    const shared = [...state.evidence.values()].some(
      (other) => other.source === evidence.source && other.id !== evidenceId && !other.removed,
    );
    if (withSource && source && !source.removed && !shared) {
      const taken = { ...source, removed, modifiedAt: now, modifiedBy: actor };
      puts.push({ root: 'sources', key: source.id, value: taken });
    }
    return { puts };
  },
  inverse: (_before, { evidenceId }) => ({ name: 'evidence.restore', args: { evidenceId } }),
});
