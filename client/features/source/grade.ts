/** A grade as it is typed (`b2`, `B`, `2`, or nothing) and what it says in words. */
import { credibilityWords, reliabilityWords } from '../../../domain/derive/words.ts';
import { type Credibility, credibilities } from '../../../domain/record/evidence.ts';
import { type Reliability, reliabilities } from '../../../domain/record/source.ts';

export interface TypedGrade {
  readonly reliability: Reliability | null;
  readonly credibility: Credibility | null;
}

export const GRADE_RULE = 'A letter from A to F and a figure from 1 to 6, such as B2.';

/** Null for what is no grade. `2b` is read as it is meant. */
export function readGrade(typed: string): TypedGrade | null {
  const found = /^([a-f–-]?)([1-6–-]?)$/i.exec(typed.trim().replace(/^([1-6])([a-f])$/i, '$2$1'));
  if (!found) return null;
  const letter = found[1]?.toUpperCase();
  const figure = Number(found[2]);
  return {
    reliability: reliabilities.find((each) => each === letter) ?? null,
    credibility: credibilities.find((each) => each === figure) ?? null,
  };
}

/** "Usually reliable. Probably true." Empty where nothing is graded. */
export function gradeMeaning({ reliability, credibility }: TypedGrade): string {
  return [
    reliability && `${reliabilityWords[reliability]}.`,
    credibility && `${credibilityWords[credibility]}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
