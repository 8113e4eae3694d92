import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { mayChangeSources } from '../policy/document.ts';
import { source as sourceRecord } from '../record/source.ts';
import type { Put, RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { command } from './command.ts';
import { liveSource } from './targets.ts';

const args = z.strictObject({
  origins: z
    .array(z.strictObject({ sourceId: recordId, origin: sourceRecord.shape.origin }))
    .check(z.minLength(1), z.maxLength(limits.atOnce)),
});
type Args = z.infer<typeof args>;

/** Says of many sources at once which origin they rest on. */
export const sourceSetOrigins = command<Args>({
  name: 'source.set-origins',
  args,
  done: 'Origin set',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, given, { actor, now }) {
    const changes = changesOf(state, given);
    if (isRefusal(changes)) return changes;
    const puts = [...changes].map(([id, { after }]): Put => {
      const source = state.sources.get(id);
      if (!source) throw new RangeError(`No source ${id}`);
      const value = { ...source, origin: after, modifiedAt: now, modifiedBy: actor };
      return { root: 'sources', key: id, value };
    });
    return { puts };
  },
  inverse(before, given) {
    const changes = changesOf(before, given);
    if (isRefusal(changes)) return null;
    const origins = [...changes].map(([sourceId, change]) => ({ sourceId, origin: change.before }));
    return { name: 'source.set-origins', args: { origins } };
  },
});

/** By source: what stood there and what is to; a source that is named twice counts by its last mention. */
function changesOf(
  state: RecordState,
  { origins }: Args,
): Map<string, { readonly before: string; readonly after: string }> | Refusal {
  const changes = new Map<string, { before: string; after: string }>();
  for (const { sourceId, origin } of origins) {
    const source = liveSource(state, sourceId);
    if (isRefusal(source)) return source;
    if (source.origin === origin) changes.delete(sourceId);
    else changes.set(sourceId, { before: source.origin, after: origin });
  }
  return changes.size > 0
    ? changes
    : refuse('nothing-to-change', 'These sources have this origin already.');
}
