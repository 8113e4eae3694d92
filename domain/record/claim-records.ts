/**
 * What belongs to one claim, out of maps that hold a whole document. Deriving
 * something for every claim would otherwise read every record for each.
 */
import type { Evidence } from './evidence.ts';
import type { Review } from './review.ts';
import type { Ruling } from './ruling.ts';
import type { RecordState } from './state.ts';
import type { Verdict } from './verdict.ts';

export interface ClaimRecords {
  /** Removed evidence too. */
  readonly evidence: readonly Evidence[];
  readonly verdicts: readonly Verdict[];
  readonly reviews: readonly Review[];
  readonly rulings: readonly Ruling[];
}

type ClaimIndex = ReadonlyMap<string, ClaimRecords>;
const none: ClaimRecords = { evidence: [], verdicts: [], reviews: [], rulings: [] };

/** A state that answers `recordsOf` at once. A picture of this moment: `withPuts` drops the index again. */
export type IndexedState = RecordState & { readonly byClaim: ClaimIndex };

function isIndexed(state: RecordState): state is IndexedState {
  return 'byClaim' in state;
}

/** Reads every record once; worth it where something is derived for many claims. */
export function indexRecords(state: RecordState): IndexedState {
  const byClaim = new Map<string, { [Root in keyof ClaimRecords]: ClaimRecords[Root][number][] }>();
  const slot = (claim: string) => {
    const known = byClaim.get(claim);
    if (known) return known;
    const fresh = { evidence: [], verdicts: [], reviews: [], rulings: [] };
    byClaim.set(claim, fresh);
    return fresh;
  };
  for (const evidence of state.evidence.values()) slot(evidence.claim).evidence.push(evidence);
  for (const verdict of state.verdicts.values()) slot(verdict.claim).verdicts.push(verdict);
  for (const review of state.reviews.values()) slot(review.claim).reviews.push(review);
  for (const ruling of state.rulings.values()) slot(ruling.claim).rulings.push(ruling);
  return { ...state, byClaim };
}

/** All records of one claim; without an index this reads the whole document once. */
export function recordsOf(state: RecordState, claim: string): ClaimRecords {
  if (isIndexed(state)) return state.byClaim.get(claim) ?? none;
  const here = (record: { readonly claim: string }) => record.claim === claim;
  return {
    evidence: [...state.evidence.values()].filter(here),
    verdicts: [...state.verdicts.values()].filter(here),
    reviews: [...state.reviews.values()].filter(here),
    rulings: [...state.rulings.values()].filter(here),
  };
}
