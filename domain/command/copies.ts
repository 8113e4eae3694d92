/** Archived copies within a source's record: putting one in, and changing one. */
import type { ArchivedCopy, Source } from '../record/source.ts';
import { limits } from '../limits.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { CommandContext, Outcome } from './command.ts';

type Who = Pick<CommandContext, 'actor' | 'now'>;

export function withCopy(source: Source, copy: ArchivedCopy, who: Who): Outcome | Refusal {
  if (source.archived.some((each) => each.id === copy.id)) {
    return refuse('id-taken', 'This copy id was used before.');
  }
  const twin = source.archived.find(
    (each) =>
      !each.removed &&
      (copy.file ? each.file?.sha256 === copy.file.sha256 : !each.file && each.url === copy.url),
  );
  if (twin) return refuse('nothing-to-change', 'This source has this very copy already.');
  if (source.archived.length >= limits.copies) {
    return refuse(
      'too-large',
      `A source keeps ${limits.copies} archived copies, removed ones included. Add another source for more.`,
    );
  }
  return putCopies(source, [...source.archived, copy], who);
}

/** The same source with one copy of it changed. */
export function changedCopy(source: Source, copy: ArchivedCopy, who: Who): Outcome {
  return putCopies(
    source,
    source.archived.map((each) => (each.id === copy.id ? copy : each)),
    who,
  );
}

function putCopies(source: Source, archived: ArchivedCopy[], { actor, now }: Who): Outcome {
  const value: Source = { ...source, archived, modifiedAt: now, modifiedBy: actor };
  return { puts: [{ root: 'sources', key: source.id, value }] };
}
