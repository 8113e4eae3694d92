import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { mayChangeSources } from '../policy/document.ts';
import type { ArchivedCopy, Source } from '../record/source.ts';
import type { Put, RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { isEmpty } from './changes.ts';
import { command } from './command.ts';
import { fillable, type Fillable } from './source-fields.ts';
import { liveSource } from './targets.ts';

const args = z.strictObject({ sourceId: recordId, into: recordId });
type Args = z.infer<typeof args>;

/**
 * Two sources that are one: what rests on the first rests on the second, which
 * keeps what it says itself and takes over what it does not say. The evidence
 * keeps its version: nothing that it says has changed.
 */
export const sourceMerge = command<Args>({
  name: 'source.merge',
  args,
  done: 'Sources merged',
  may: (_state, _args, context) => mayChangeSources(context.role),
  run(state, given, { actor, now }) {
    const merge = merging(state, given);
    if (isRefusal(merge)) return merge;
    const { from, into, evidence, filled, copies } = merge;
    const changed = { modifiedAt: now, modifiedBy: actor };
    const kept: Source = {
      ...into,
      ...Object.fromEntries(filled.map((field) => [field, from[field]])),
      archived: [...into.archived, ...copies],
      // What was promised to stay inside stays inside.
      protected: into.protected || from.protected,
      ...changed,
    };
    const reason = 'Merged with another source.';
    const gone: Source = { ...from, removed: { at: now, by: actor, reason }, ...changed };
    const moved = evidence.map(
      (piece): Put => ({
        root: 'evidence',
        key: piece.id,
        value: { ...piece, source: into.id, ...changed },
      }),
    );
    return {
      puts: [
        { root: 'sources', key: into.id, value: kept },
        { root: 'sources', key: from.id, value: gone },
        ...moved,
      ],
    };
  },
  inverse(before, given) {
    const merge = merging(before, given);
    if (isRefusal(merge)) return null;
    const { from, into, evidence, filled, copies } = merge;
    return {
      name: 'source.unmerge',
      args: {
        sourceId: from.id,
        from: into.id,
        evidence: evidence.map(({ id }) => id),
        emptied: filled,
        copies: copies.map(({ id }) => id),
        protected: into.protected,
      },
    };
  },
});

interface Merging {
  readonly from: Source;
  readonly into: Source;
  /** Removed evidence too: restored, it must find its source. */
  readonly evidence: readonly { readonly id: string }[];
  readonly filled: readonly Fillable[];
  readonly copies: readonly ArchivedCopy[];
}

function merging(state: RecordState, { sourceId, into: intoId }: Args) {
  if (sourceId === intoId) return refuse('bad-request', 'A source cannot be merged with itself.');
  const from = liveSource(state, sourceId);
  if (isRefusal(from)) return from;
  const into = liveSource(state, intoId);
  if (isRefusal(into)) return into;
  const evidence = [...state.evidence.values()].filter((piece) => piece.source === sourceId);
  if (evidence.length > limits.atOnce) return tooMany();
  const filled = fillable.filter((field) => isEmpty(into[field]) && !isEmpty(from[field]));
  const known = new Set(into.archived.map((copy) => copy.file?.sha256 ?? copy.url));
  const copies = from.archived.filter(
    (copy) => !copy.removed && !known.has(copy.file?.sha256 ?? copy.url),
  );
  if (into.archived.length + copies.length > limits.copies) {
    return refuse(
      'too-large',
      `Together they have more than ${limits.copies} archived copies. Remove some first.`,
    );
  }
  return { from, into, evidence, filled, copies } satisfies Merging;
}

function tooMany(): Refusal {
  return refuse(
    'too-large',
    `More than ${limits.atOnce} pieces of evidence rest on this source. Merge the other one into it instead.`,
  );
}
