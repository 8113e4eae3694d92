import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeEvidence } from '../policy/document.ts';
import type { Put } from '../record/state.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { evidenceIn } from './targets.ts';

const args = z.strictObject({ evidenceId: recordId });

/** Brings removed evidence back as it was, and its source where that was removed too. */
export const evidenceRestore = command<z.infer<typeof args>>({
  name: 'evidence.restore',
  args,
  done: 'Evidence restored',
  may(state, { evidenceId }, context) {
    const evidence = evidenceIn(state, evidenceId);
    return isRefusal(evidence) ? evidence : mayChangeEvidence(evidence, context);
  },
  run(state, { evidenceId }, { actor, now }) {
    const evidence = evidenceIn(state, evidenceId);
    if (isRefusal(evidence)) return evidence;
    if (!evidence.removed) return refuse('nothing-to-change', 'This evidence is not removed.');
    const back = { removed: null, modifiedAt: now, modifiedBy: actor };
    const puts: Put[] = [{ root: 'evidence', key: evidenceId, value: { ...evidence, ...back } }];
    const source = state.sources.get(evidence.source);
    if (source?.removed)
      puts.push({ root: 'sources', key: source.id, value: { ...source, ...back } });
    return { puts };
  },
  inverse(before, { evidenceId }) {
    const evidence = before.evidence.get(evidenceId);
    if (!evidence?.removed) return null;
    const withSource = Boolean(before.sources.get(evidence.source)?.removed);
    return {
      name: 'evidence.remove',
      args: { evidenceId, reason: evidence.removed.reason, withSource },
    };
  },
});
