import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeSources } from '../policy/document.ts';
import { statement } from '../record/fields.ts';
import type { Source } from '../record/source.ts';
import type { RecordState } from '../record/state.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { liveSource } from './targets.ts';

const args = z.strictObject({ sourceId: recordId, reason: statement });

/** Takes back a source that nothing rests on. */
export const sourceRemove = command<z.infer<typeof args>>({
  name: 'source.remove',
  args,
  done: 'Source removed',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, { sourceId, reason }, { actor, now }) {
    const source = liveSource(state, sourceId);
    if (isRefusal(source)) return source;
    const claims = claimsResting(state, sourceId);
    if (claims.length > 0) {
      const numbers = claims.map((number) => `#${number}`).join(', ');
      return refuse(
        'conflict',
        `Evidence of ${numbers} rests on this source. Remove that evidence first.`,
      );
    }
    const removed = { at: now, by: actor, reason };
    const value: Source = { ...source, removed, modifiedAt: now, modifiedBy: actor };
    return { puts: [{ root: 'sources', key: sourceId, value }] };
  },
  inverse: (_before, { sourceId }) => ({ name: 'source.restore', args: { sourceId } }),
});

/** The numbers of the claims with evidence from this source, withdrawn ones too: they may come back. */
function claimsResting(state: RecordState, sourceId: string): number[] {
  const numbers = new Set<number>();
  for (const evidence of state.evidence.values()) {
    const claim = state.claims.get(evidence.claim);
    if (evidence.source === sourceId && !evidence.removed && claim) numbers.add(claim.number);
  }
  return [...numbers].sort((a, b) => a - b);
}
