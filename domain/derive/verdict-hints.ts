/** What is worth a second look before a verdict is given. Hints alone: nothing of it stops anybody. */
import type { RecordState } from '../record/state.ts';
import type { Confidence } from '../record/verdict.ts';
import { confirmedAlone } from './grades.ts';
import { likelihoodWithConfidence } from './likelihood-hint.ts';

export const verdictHints = [
  'likelihood-with-confidence',
  'no-evidence',
  'confirmed-on-one-origin',
  'sure-without-a-basis',
] as const;
export type VerdictHint = (typeof verdictHints)[number];

/** A verdict as it is drafted. */
export interface Drafted {
  readonly rating: string | null;
  readonly confidence: Confidence;
  readonly rationale: string;
  /** Ids of the evidence that it rests on. */
  readonly evidence: readonly string[];
}

/** These say that there is nothing to bring evidence for. */
const needNone: readonly string[] = ['opinion', 'not-a-claim', 'not-enough-evidence'];

export function hintsOn(state: RecordState, drafted: Drafted): readonly VerdictHint[] {
  const { rating, confidence, rationale, evidence } = drafted;
  const pieces = evidence.flatMap((id) => state.evidence.get(id) ?? []);
  const holds: Readonly<Record<VerdictHint, boolean>> = {
    'likelihood-with-confidence': likelihoodWithConfidence(rationale) !== null,
    'no-evidence': rating !== null && !needNone.includes(rating) && pieces.length === 0,
    'confirmed-on-one-origin': pieces.some((piece) => confirmedAlone(state, piece)),
    'sure-without-a-basis':
      rating !== null && confidence === 'high' && pieces.length > 0 && rationale.trim() === '',
  };
  return verdictHints.filter((hint) => holds[hint]);
}
