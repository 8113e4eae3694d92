import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeSources } from '../policy/document.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { changedCopy } from './copies.ts';
import { copyIn } from './targets.ts';

const args = z.strictObject({ sourceId: recordId, copyId: recordId });

/** Brings a removed archived copy back. */
export const sourceRestoreCopy = command<z.infer<typeof args>>({
  name: 'source.restore-copy',
  args,
  done: 'Archived copy restored',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, { sourceId, copyId }, context) {
    const found = copyIn(state, sourceId, copyId);
    if (isRefusal(found)) return found;
    if (!found.copy.removed) return refuse('nothing-to-change', 'This copy is not removed.');
    return changedCopy(found.source, { ...found.copy, removed: null }, context);
  },
  inverse(before, { sourceId, copyId }) {
    const found = copyIn(before, sourceId, copyId);
    if (isRefusal(found) || !found.copy.removed) return null;
    const { reason } = found.copy.removed;
    return { name: 'source.remove-copy', args: { sourceId, copyId, reason } };
  },
});
