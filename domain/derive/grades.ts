/** Grades of evidence by the Admiralty code. Letters and figures are never averaged, never turned into one figure. */
import type { PersonId } from '../id.ts';
import { originGroupOf } from './origin.ts';
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { Credibility, Evidence, Stance } from '../record/evidence.ts';
import { reliabilities, type Reliability } from '../record/source.ts';
import type { RecordState } from '../record/state.ts';

export interface Grade {
  /** The evidence that bears it. */
  readonly evidence: string;
  readonly reliability: Reliability | null;
  readonly credibility: Credibility | null;
}

/** "B2"; "–" for a half that nobody has graded yet. */
export function gradeText(grade: Pick<Grade, 'reliability' | 'credibility'>): string {
  return `${grade.reliability ?? '–'}${grade.credibility ?? '–'}`;
}

export function gradeOf(state: RecordState, evidence: Evidence): Grade {
  const reliability = state.sources.get(evidence.source)?.reliability ?? null;
  return { evidence: evidence.id, reliability, credibility: evidence.credibility };
}

/**
 * The best grade among the live evidence of one stance; null where there is
 * none. `by` counts one person's evidence alone, for claims that are not revealed.
 */
export function bestGrade(
  state: RecordState,
  claim: Claim,
  stance: Stance,
  by?: PersonId,
): Grade | null {
  return recordsOf(state, claim.id)
    .evidence.filter((piece) => piece.stance === stance && !piece.removed)
    .filter((piece) => by === undefined || piece.createdBy === by)
    .map((piece) => gradeOf(state, piece))
    .reduce<Grade | null>(
      (best, grade) => (best && compare(best, grade) <= 0 ? best : grade),
      null,
    );
}

/** `▲B2 ▼C3`: best supporting and best refuting, "–" where there is none. */
export function gradesText(state: RecordState, claim: Claim, by?: PersonId): string {
  const text = (stance: Stance) => {
    const grade = bestGrade(state, claim, stance, by);
    return grade ? gradeText(grade) : '–';
  };
  return `▲${text('supports')} ▼${text('refutes')}`;
}

/**
 * Better first. A grade is as good as its weaker half: an improbable word of a
 * reliable source (A5) is no better than the reverse. F, 6 and ungraded halves
 * are no basis, so they yield to whatever has one, however poor. Ties go to the
 * better source, then to the id, so that every screen shows the same.
 */
function compare(a: Grade, b: Grade): number {
  const [x, y] = [ranks(a), ranks(b)];
  return (
    Math.max(...x) - Math.max(...y) ||
    x[0] - y[0] ||
    x[1] - y[1] ||
    (a.evidence < b.evidence ? -1 : 1)
  );
}

const NO_BASIS = 6;

function ranks({ reliability, credibility }: Grade): [number, number] {
  return [
    reliability === null ? NO_BASIS : reliabilities.indexOf(reliability) + 1,
    credibility ?? NO_BASIS,
  ];
}

/** A `1` says "confirmed by other independent sources": a mistake where all live evidence of that stance has one origin. */
export function confirmedAlone(state: RecordState, evidence: Evidence): boolean {
  if (evidence.credibility !== 1) return false;
  const origins = recordsOf(state, evidence.claim)
    .evidence.filter((piece) => piece.stance === evidence.stance && !piece.removed)
    .map((piece) => originGroupOf(state.sources.get(piece.source) ?? { id: piece.source }));
  return new Set(origins).size < 2;
}
