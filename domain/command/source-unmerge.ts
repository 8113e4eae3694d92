import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { mayChangeSources } from '../policy/document.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Put } from '../record/state.ts';
import type { Source } from '../record/source.ts';
import { sameValue } from './changes.ts';
import { command } from './command.ts';
import { blankSource, fillable, type Fillable } from './source-fields.ts';
import { liveSource, sourceIn } from './targets.ts';

const args = z.strictObject({
  /** The one that was taken into the other. */
  sourceId: recordId,
  from: recordId,
  evidence: z.array(recordId).check(z.maxLength(limits.atOnce)),
  /** The fields that the other took over. */
  emptied: z.array(z.enum(fillable)).check(z.maxLength(fillable.length)),
  /** The archived copies that it took over. */
  copies: z.array(recordId).check(z.maxLength(limits.copies)),
  /** Whether the other was protected by itself. */
  protected: z.boolean(),
});
type Args = z.infer<typeof args>;

/** Takes a merge apart again; it is how a merge is undone. What somebody changed meanwhile stays changed. */
export const sourceUnmerge = command<Args>({
  name: 'source.unmerge',
  args,
  done: 'Sources taken apart',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, given, { actor, now }) {
    const back = sourceIn(state, given.sourceId);
    if (isRefusal(back)) return back;
    if (!back.removed) return refuse('nothing-to-change', 'This source is not merged.');
    const other = liveSource(state, given.from);
    if (isRefusal(other)) return other;
    if (other.id === back.id) return refuse('bad-request', 'A source is not merged with itself.');
    const changed = { modifiedAt: now, modifiedBy: actor };
    const left: Source = { ...withoutTaken(other, back, given), ...changed };
    const puts: Put[] = [
      { root: 'sources', key: back.id, value: { ...back, removed: null, ...changed } },
      { root: 'sources', key: other.id, value: left },
    ];
    for (const id of new Set(given.evidence)) {
      const piece = state.evidence.get(id);
      if (piece?.source !== other.id) continue;
      puts.push({ root: 'evidence', key: id, value: { ...piece, source: back.id, ...changed } });
    }
    return { puts };
  },
});

function withoutTaken(other: Source, back: Source, given: Args): Source {
  const blank = blankSource();
  const empty = (field: Fillable) =>
    given.emptied.includes(field) && sameValue(other[field], back[field]);
  return {
    ...other,
    ...Object.fromEntries(fillable.filter(empty).map((field) => [field, blank[field]])),
    archived: other.archived.filter(
      (copy) =>
        !(given.copies.includes(copy.id) && back.archived.some((each) => sameValue(each, copy))),
    ),
    protected: given.protected && other.protected,
  };
}
