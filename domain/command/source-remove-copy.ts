import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeSources } from '../policy/document.ts';
import { statement } from '../record/fields.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { changedCopy } from './copies.ts';
import { copyIn } from './targets.ts';

const args = z.strictObject({ sourceId: recordId, copyId: recordId, reason: statement });

/** Takes an archived copy back; it stays in the record as removed, and its file in the store. */
export const sourceRemoveCopy = command<z.infer<typeof args>>({
  name: 'source.remove-copy',
  args,
  done: 'Archived copy removed',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, { sourceId, copyId, reason }, context) {
    const found = copyIn(state, sourceId, copyId);
    if (isRefusal(found)) return found;
    if (found.copy.removed) return refuse('nothing-to-change', 'This copy is removed already.');
    const removed = { at: context.now, by: context.actor, reason };
    return changedCopy(found.source, { ...found.copy, removed }, context);
  },
  inverse: (_before, { sourceId, copyId }) => ({
    name: 'source.restore-copy',
    args: { sourceId, copyId },
  }),
});
