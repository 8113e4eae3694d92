/**
 * What belongs to one claim, out of maps that hold a whole document. Deriving
 * something for every claim would otherwise read every record for each.
 */
import type { PersonId } from '../id.ts';
import type { Claim } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { type Merges, mergesOf } from './merged-claims.ts';
import type { Review } from './review.ts';
import type { Ruling } from './ruling.ts';
import type { RecordState } from './state.ts';
import { type Verdict, verdictKey } from './verdict.ts';

export interface ClaimRecords {
  /** Removed evidence too. */
  readonly evidence: readonly Evidence[];
  /**
   * One an author. Whoever gave none here but one on a claim that was merged into
   * this one has that one, which bears the other claim's id and is stale.
   */
  readonly verdicts: readonly Verdict[];
  readonly reviews: readonly Review[];
  readonly rulings: readonly Ruling[];
}

/** What was given on each claim itself. */
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

/** Whether records of this root belong to one claim each. */
export function isOwned(root: string): root is Owned {
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
  if (isIndexed(state)) {
    const own = state.byClaim.get(claim) ?? none;
    const merged = knownMerges(state).get(claim) ?? [];
    const slots = merged.flatMap(({ id }) => state.byClaim.get(id) ?? []);
    return slots.length === 0 ? own : keptJoin(claim, own, slots);
  }
  const here = (record: { readonly claim: string }) => record.claim === claim;
  const given = [...state.verdicts.values()];
  const moved = mergedInto(state, claim).map(({ id }) => given.filter((each) => each.claim === id));
  return {
    evidence: [...state.evidence.values()].filter(here),
    verdicts: withMoved(given.filter(here), moved),
    reviews: [...state.reviews.values()].filter(here),
    rulings: [...state.rulings.values()].filter(here),
  };
}

/** Somebody's verdict or pass on a claim; one that came with a merged claim bears that claim's id. */
export function verdictOf(
  state: RecordState,
  claim: string,
  author: PersonId,
): Verdict | undefined {
  const own = state.verdicts.get(verdictKey(claim, author));
  return own ?? recordsOf(state, claim).verdicts.find((verdict) => verdict.author === author);
}

/** The claims that were merged into this one, directly or by way of another, the nearest first. */
export function mergedInto(state: Pick<RecordState, 'claims'>, claim: string): readonly Claim[] {
  return mergesOf(state.claims).get(claim) ?? [];
}

function withMoved(
  own: readonly Verdict[],
  moved: readonly (readonly Verdict[])[],
): readonly Verdict[] {
  const verdicts = [...own];
  for (const verdict of moved.flat()) {
    if (!verdicts.some(({ author }) => author === verdict.author)) verdicts.push(verdict);
  }
  return verdicts;
}

/** A server's map of claims changes in place; what was indexed together is of one moment. */
const merges = new WeakMap<ClaimIndex, { claims: RecordState['claims']; merges: Merges }>();

function knownMerges({ claims, byClaim }: IndexedState): Merges {
  const known = merges.get(byClaim);
  if (known?.claims === claims) return known.merges;
  const found = mergesOf(claims);
  merges.set(byClaim, { claims, merges: found });
  return found;
}

interface Join {
  readonly own: ClaimRecords;
  readonly slots: readonly ClaimRecords[];
  readonly records: ClaimRecords;
}

/** Under the nearest merged claim's records, by the claim that they were joined for. */
const joins = new WeakMap<ClaimRecords, Map<string, Join>>();

/** The same object for as long as nothing of either changes. */
function keptJoin(claim: string, own: ClaimRecords, slots: readonly ClaimRecords[]): ClaimRecords {
  const [nearest = none] = slots;
  const known = joins.get(nearest)?.get(claim);
  const isSame =
    known?.own === own &&
    known.slots.length === slots.length &&
    known.slots.every((slot, at) => slot === slots[at]);
  if (known && isSame) return known.records;
  const moved = slots.map((slot) => slot.verdicts);
  const records = { ...own, verdicts: withMoved(own.verdicts, moved) };
  const kept = joins.get(nearest) ?? new Map<string, Join>();
  joins.set(nearest, kept.set(claim, { own, slots, records }));
  return records;
}
