import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeSources } from '../policy/document.ts';
import { archivedCopy } from '../record/source.ts';
import { isRefusal } from '../refusal.ts';
import { command } from './command.ts';
import { withCopy } from './copies.ts';
import { liveSource } from './targets.ts';

const { url, capturedAt } = archivedCopy.shape;
const args = z.strictObject({
  sourceId: recordId,
  copyId: recordId,
  url: url.check(z.minLength(1)),
  capturedAt,
});

/** Adds an archived copy that lies at an address, such as one of a web archive. */
export const sourceAddCopy = command<z.infer<typeof args>>({
  name: 'source.add-copy',
  args,
  done: 'Archived copy added',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, { sourceId, copyId, ...copy }, context) {
    const source = liveSource(state, sourceId);
    if (isRefusal(source)) return source;
    return withCopy(source, { id: copyId, ...copy, file: null, removed: null }, context);
  },
  inverse: (_before, { sourceId, copyId }) => ({
    name: 'source.remove-copy',
    args: { sourceId, copyId, reason: '' },
  }),
});
