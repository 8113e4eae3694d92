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

export type ClaimIndex = ReadonlyMap<string, ClaimRecords>;
const none: ClaimRecords = { evidence: [], verdicts: [], reviews: [], rulings: [] };

/** Roots whose records belong to one claim each. */
type Owned = keyof ClaimRecords;
type OwnedRecord = ClaimRecords[Owned][number];

/**
 * A state that answers `recordsOf` at once. What belongs to a claim is the same
 * object for as long as nothing of it changes, so that what was derived from it
 * can be kept.
 */
export type IndexedState = RecordState & { readonly byClaim: ClaimIndex };

export function isIndexed(state: RecordState): state is IndexedState {
  return 'byClaim' in state;
}

/** Reads every record once; worth it where something is derived for many claims. */
export function indexRecords(state: RecordState): IndexedState {
  if (isIndexed(state)) return state;
  const byClaim = new Map<string, { [Root in Owned]: ClaimRecords[Root][number][] }>();
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

/** One record of a state in the place of another; `before` is missing for a new one, `after` for one that is gone. */
export interface Replaced {
  readonly root: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The index after these changes. Claims that none of them touches keep what they had. */
export function reindexed(index: ClaimIndex, changes: readonly Replaced[]): ClaimIndex {
  const owned = changes.filter((change) => isOwned(change.root));
  if (owned.length === 0) return index;
  const next = new Map(index);
  for (const { root, before, after } of owned) {
    const [old, fresh] = [before as OwnedRecord | undefined, after as OwnedRecord | undefined];
    if (old) edit(next, root as Owned, old.claim, old, fresh?.claim === old.claim ? fresh : null);
    if (fresh && fresh.claim !== old?.claim) edit(next, root as Owned, fresh.claim, null, fresh);
  }
  return next;
}

function isOwned(root: string): root is Owned {
  return root in none;
}

function edit(
  index: Map<string, ClaimRecords>,
  root: Owned,
  claim: string,
  before: OwnedRecord | null,
  after: OwnedRecord | null,
): void {
  const slot = index.get(claim) ?? none;
  const records: readonly OwnedRecord[] = slot[root];
  const at = before ? records.indexOf(before) : -1;
  const now = after ? [after] : [];
  const edited = at < 0 ? [...records, ...now] : records.toSpliced(at, 1, ...now);
  index.set(claim, { ...slot, [root]: edited });
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
