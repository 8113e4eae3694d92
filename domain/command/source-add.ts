import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeSources } from '../policy/document.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { newSource, sourceFields } from './source-fields.ts';

const args = z.strictObject({ sourceId: recordId, source: sourceFields });

/** Adds a source to the document, for any claim to rest on. */
export const sourceAdd = command<z.infer<typeof args>>({
  name: 'source.add',
  args,
  done: 'Source added',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, { sourceId, source: fields }, { actor, now }) {
    if (state.sources.has(sourceId)) return refuse('id-taken', 'This source id was used before.');
    const value = newSource(sourceId, fields, actor, now);
    if (isRefusal(value)) return value;
    return { puts: [{ root: 'sources', key: sourceId, value }] };
  },
  inverse: (_before, { sourceId }) => ({ name: 'source.remove', args: { sourceId, reason: '' } }),
});
