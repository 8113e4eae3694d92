/** What differs between two revisions of a verdict, or between one and its draft. */
import type { Judgement } from '../record/verdict.ts';

/** What somebody holds, without who and when. */
export type Held = Pick<
  Judgement,
  'rating' | 'confidence' | 'basis' | 'rationale' | 'likelihood'
> & { readonly evidence: readonly string[] };

export const heldFields = [
  'rating',
  'confidence',
  'basis',
  'likelihood',
  'rationale',
  'evidence',
] as const satisfies readonly (keyof Held)[];
export type HeldField = (typeof heldFields)[number];

export function heldIn({ evidence, ...judgement }: Judgement): Held {
  return { ...judgement, evidence: evidence.map(({ id }) => id) };
}

/** In the order in which a verdict is read. */
export function heldDifferently(before: Held, after: Held): readonly HeldField[] {
  return heldFields.filter((field) =>
    field === 'evidence'
      ? !sameMembers(before.evidence, after.evidence)
      : before[field] !== after[field],
  );
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
