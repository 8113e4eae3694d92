/** What somebody changed of a piece of evidence, and of its source, in the form. */
import { addressOf } from '../../../../domain/derive/address.ts';
import type { ArgsOf } from '../../../../domain/command/list.ts';
import type { Evidence } from '../../../../domain/record/evidence.ts';
import type { Source } from '../../../../domain/record/source.ts';
import type { Written } from './evidence-fields.tsx';
import { readGrade } from './grade.ts';

export interface EvidenceChanges {
  readonly piece: ArgsOf<'evidence.edit'>['changes'] | null;
  /** With what stood there before, so that nobody's change is overwritten unawares. */
  readonly source: Pick<ArgsOf<'source.edit'>, 'changes' | 'seen'> | null;
}

/** Null where the grade is none. */
export function changesOf(
  now: Written,
  piece: Evidence,
  source: Source | undefined,
): EvidenceChanges | null {
  const grade = readGrade(now.grade);
  if (!grade) return null;
  const directness = now.directness === 'unsaid' ? null : now.directness;
  const { passage, translation, note, stance, title, publisher, origin } = now;
  const url = addressOf(now.url);
  const { credibility, reliability } = grade;
  const pieceChanges = {
    ...(passage !== piece.passage && { passage }),
    ...(translation !== piece.translation && { translation }),
    ...(note !== piece.note && { note }),
    ...(stance !== piece.stance && { stance }),
    ...(directness !== piece.directness && { directness }),
    ...(credibility !== piece.credibility && { credibility }),
  };
  const sourceChanges = source && {
    ...(url !== source.url && { url }),
    ...(title !== source.title && { title }),
    ...(publisher !== source.publisher && { publisher }),
    ...(origin !== source.origin && { origin }),
    ...(reliability !== source.reliability && { reliability }),
  };
  return {
    piece: isSome(pieceChanges) ? pieceChanges : null,
    source:
      source && sourceChanges && isSome(sourceChanges)
        ? {
            changes: sourceChanges,
            seen: {
              ...('url' in sourceChanges && { url: source.url }),
              ...('title' in sourceChanges && { title: source.title }),
              ...('publisher' in sourceChanges && { publisher: source.publisher }),
              ...('origin' in sourceChanges && { origin: source.origin }),
              ...('reliability' in sourceChanges && { reliability: source.reliability }),
            },
          }
        : null,
  };
}

function isSome(changes: object): boolean {
  return Object.keys(changes).length > 0;
}
