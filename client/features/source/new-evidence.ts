/** Evidence out of a form, wherever the form stands: on the desk, or in the clip window. */
import type { ArgsOf } from '../../../domain/command/list.ts';
import { isSameAddress } from '../../../domain/derive/address.ts';
import type { Source } from '../../../domain/record/source.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { newId } from '../../store/new-id.ts';
import { evidenceIn, sourceIn } from '../desk/judge/evidence-changes.ts';
import type { Written } from '../desk/judge/evidence-fields.tsx';
import type { TypedGrade } from './grade.ts';
import { fieldsOf } from './written-source.ts';

/** The source of this document that the link leads to. */
export function knownSource({ sources }: RecordState, url: string): Source | undefined {
  for (const source of sources.values()) {
    if (!source.removed && isSameAddress(source.url, url)) return source;
  }
  return undefined;
}

export function newEvidence(
  claimId: string,
  value: Written,
  { reliability, credibility }: TypedGrade,
  known: Source | undefined,
): ArgsOf<'evidence.add'> {
  return {
    evidenceId: newId(),
    claimId,
    ...(known
      ? { sourceId: known.id }
      : { sourceId: newId(), newSource: { ...fieldsOf(sourceIn(value)), reliability } }),
    ...evidenceIn(value),
    credibility,
  };
}

/** The letter of a source that is there already and has none yet. */
export function gradeOfKnown(
  known: Source | undefined,
  { reliability }: TypedGrade,
): ArgsOf<'source.edit'> | null {
  if (!known || known.reliability !== null || !reliability) return null;
  return { sourceId: known.id, changes: { reliability }, seen: { reliability: null } };
}
