/** What somebody changed of a piece of evidence, and of its source, in the form. */
import { differences } from '../../../../domain/command/changes.ts';
import type { ArgsOf } from '../../../../domain/command/list.ts';
import type { Evidence } from '../../../../domain/record/evidence.ts';
import type { Source } from '../../../../domain/record/source.ts';
import { readGrade } from '../../source/grade.ts';
import { changedFields, fieldsOf, type WrittenSource } from '../../source/written-source.ts';
import type { Written } from './evidence-fields.tsx';

export interface EvidenceChanges {
  readonly piece: ArgsOf<'evidence.edit'>['changes'] | null;
  /** With what stood there before, so that nobody's change is overwritten unawares. */
  readonly source: Pick<ArgsOf<'source.edit'>, 'changes' | 'seen'> | null;
}

/** What the form says of the source alone. */
export function sourceIn(now: Written): WrittenSource {
  const { url, title, publisher, author, published, language, medium, origin } = now;
  const isProtected = now.protected;
  return {
    url,
    title,
    publisher,
    author,
    published,
    language,
    medium,
    origin,
    protected: isProtected,
  };
}

/** What the form says of the evidence alone, but for its grade. */
export function evidenceIn(now: Written) {
  const { passage, translation, translator, note, question, stance } = now;
  const directness = now.directness === 'unsaid' ? null : now.directness;
  return { passage, translation, translator, note, question, stance, directness };
}

/** Null where the grade is none. */
export function changesOf(
  now: Written,
  piece: Evidence,
  source: Source | undefined,
): EvidenceChanges | null {
  const grade = readGrade(now.grade);
  if (!grade) return null;
  const { credibility, reliability } = grade;
  const changes = differences<Evidence>(piece, { ...evidenceIn(now), credibility });
  return {
    piece: Object.keys(changes).length > 0 ? changes : null,
    source: source ? changedFields(source, { ...fieldsOf(sourceIn(now)), reliability }) : null,
  };
}
