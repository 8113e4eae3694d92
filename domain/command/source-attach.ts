import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeSources } from '../policy/document.ts';
import { archivedCopy, storedFile } from '../record/source.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { sameValue } from './changes.ts';
import { command } from './command.ts';
import { withCopy } from './copies.ts';
import { liveSource } from './targets.ts';

const { url, capturedAt } = archivedCopy.shape;
const args = z.strictObject({
  sourceId: recordId,
  copyId: recordId,
  /** Where the file was taken from; may be empty. */
  url,
  capturedAt,
  file: storedFile,
});

/**
 * Adds an archived copy that was uploaded. The server gives it itself, together
 * with the bytes: whoever sends it without them is refused, so that no record
 * names a hash of something that nobody handed in.
 */
export const sourceAttach = command<z.infer<typeof args>>({
  name: 'source.attach',
  args,
  done: 'Archived copy uploaded',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, { sourceId, copyId, ...copy }, context) {
    if (!sameValue(copy.file, context.stored)) {
      return refuse('bad-request', 'An archived copy with a file comes by upload.');
    }
    const source = liveSource(state, sourceId);
    if (isRefusal(source)) return source;
    return withCopy(source, { id: copyId, ...copy, removed: null }, context);
  },
  inverse: (_before, { sourceId, copyId }) => ({
    name: 'source.remove-copy',
    args: { sourceId, copyId, reason: '' },
  }),
});
