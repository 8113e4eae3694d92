import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeEvidence } from '../policy/document.ts';
import { isCut } from '../record/codec.ts';
import { evidence as evidenceRecord, type Evidence } from '../record/evidence.ts';
import type { RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { differences, valuesBefore } from './changes.ts';
import { command } from './command.ts';
import { evidenceFields } from './evidence-fields.ts';
import { liveEvidence, liveSource } from './targets.ts';

const args = z.strictObject({
  evidenceId: recordId,
  version: evidenceRecord.shape.version,
  changes: z.partial(z.strictObject({ ...evidenceFields, source: evidenceRecord.shape.source })),
});
type Args = z.infer<typeof args>;

/** Changes a piece of evidence: a new version of it, so verdicts that rest on the old one become stale. */
export const evidenceEdit = command<Args>({
  name: 'evidence.edit',
  args,
  done: 'Evidence changed',
  may(state, { evidenceId }, context) {
    const evidence = liveEvidence(state, evidenceId);
    return isRefusal(evidence) ? evidence : mayChangeEvidence(evidence, context);
  },
  run(state, given, { actor, now }) {
    const evidence = liveEvidence(state, given.evidenceId);
    if (isRefusal(evidence)) return evidence;
    const changes = editing(state, evidence, given);
    if (isRefusal(changes)) return changes;
    const regraded = 'stance' in changes || 'credibility' in changes;
    const value: Evidence = {
      ...evidence,
      ...changes,
      version: evidence.version + 1,
      grader: regraded ? actor : evidence.grader,
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'evidence', key: evidence.id, value }] };
  },
  /** None where old words stand here only in part: going back would lose the rest. */
  inverse(before, given) {
    const evidence = before.evidence.get(given.evidenceId);
    if (!evidence) return null;
    const changes = editing(before, evidence, given);
    if (isRefusal(changes)) return null;
    const old = valuesBefore<Evidence>(evidence, changes);
    if (Object.values(old).some((value) => typeof value === 'string' && isCut(value))) return null;
    return {
      name: 'evidence.edit',
      args: { evidenceId: evidence.id, version: evidence.version + 1, changes: old },
    };
  },
});

function editing(
  state: RecordState,
  evidence: Evidence,
  { version, changes }: Args,
): Partial<Evidence> | Refusal {
  if (evidence.version !== version) {
    return refuse(
      'conflict',
      'This evidence was changed while you were writing. Compare with your words and decide.',
    );
  }
  const different = differences<Evidence>(evidence, changes);
  if (Object.keys(different).length === 0)
    return refuse('nothing-to-change', 'The evidence says so already.');
  if (different.source !== undefined) {
    const source = liveSource(state, different.source);
    if (isRefusal(source)) return source;
  }
  return different;
}
