/** A grade as it is typed: `b2`, `B`, `2`, or nothing. */
import { type Credibility, credibilities } from '../../../../domain/record/evidence.ts';
import { type Reliability, reliabilities } from '../../../../domain/record/source.ts';

export interface TypedGrade {
  readonly reliability: Reliability | null;
  readonly credibility: Credibility | null;
}

/** Null for what is no grade. */
export function readGrade(typed: string): TypedGrade | null {
  const found = /^([a-f–-]?)([1-6–-]?)$/i.exec(typed.trim());
  if (!found) return null;
  const letter = found[1]?.toUpperCase();
  const figure = Number(found[2]);
  return {
    reliability: reliabilities.find((each) => each === letter) ?? null,
    credibility: credibilities.find((each) => each === figure) ?? null,
  };
}
