import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeSources } from '../policy/document.ts';
import type { Source } from '../record/source.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { sourceIn } from './targets.ts';

const args = z.strictObject({ sourceId: recordId });

/** Brings a removed source back as it was. */
export const sourceRestore = command<z.infer<typeof args>>({
  name: 'source.restore',
  args,
  done: 'Source restored',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, { sourceId }, { actor, now }) {
    const source = sourceIn(state, sourceId);
    if (isRefusal(source)) return source;
    if (!source.removed) return refuse('nothing-to-change', 'This source is not removed.');
    const value: Source = { ...source, removed: null, modifiedAt: now, modifiedBy: actor };
    return { puts: [{ root: 'sources', key: sourceId, value }] };
  },
  inverse(before, { sourceId }) {
    const removed = before.sources.get(sourceId)?.removed;
    return removed ? { name: 'source.remove', args: { sourceId, reason: removed.reason } } : null;
  },
});
