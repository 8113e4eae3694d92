import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeSources } from '../policy/document.ts';
import type { Source } from '../record/source.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { differences, sameValue, valuesBefore } from './changes.ts';
import { command } from './command.ts';
import { givenFields, sourceFields } from './source-fields.ts';
import { liveSource } from './targets.ts';

const args = z.strictObject({
  sourceId: recordId,
  changes: sourceFields,
  /** What the editor saw in these fields; if one has changed meanwhile, the command is refused. */
  seen: z.optional(sourceFields),
});
type Args = z.infer<typeof args>;

/** Changes what is known of a source, for all claims that rest on it. */
export const sourceEdit = command<Args>({
  name: 'source.edit',
  args,
  done: 'Source changed',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, given, { actor, now }) {
    const source = liveSource(state, given.sourceId);
    if (isRefusal(source)) return source;
    const changes = editing(source, given);
    if (isRefusal(changes)) return changes;
    const value: Source = { ...source, ...changes, modifiedAt: now, modifiedBy: actor };
    if (!value.url && !value.title.trim()) {
      return refuse('bad-request', 'Give the source an address or a title.');
    }
    return { puts: [{ root: 'sources', key: source.id, value }] };
  },
  inverse(before, given) {
    const source = before.sources.get(given.sourceId);
    if (!source) return null;
    const changes = editing(source, given);
    if (isRefusal(changes)) return null;
    return {
      name: 'source.edit',
      args: {
        sourceId: source.id,
        changes: valuesBefore<Source>(source, changes),
        seen: changes,
      },
    };
  },
});

function editing(source: Source, { changes, seen }: Args): Partial<Source> | Refusal {
  if (seen && !sameValue(differences<Source>(source, givenFields(seen)), {})) {
    return refuse(
      'conflict',
      'Somebody else changed this source while you were writing. Compare with your words and decide.',
    );
  }
  const different = differences<Source>(source, givenFields(changes));
  if (Object.keys(different).length === 0)
    return refuse('nothing-to-change', 'The source says so already.');
  return different;
}
