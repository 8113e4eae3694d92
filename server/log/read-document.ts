/**
 * Loads a document in the reading thread: the newest snapshot that its entry
 * vouches for, and the chain after it, checked link by link. A damaged snapshot
 * costs time alone (an older one serves, at last the whole log); a damaged entry
 * costs the load.
 */
import type { Connection } from '../storage/connection.ts';
import { GENESIS, sha256 } from './chain.ts';
import { type ChainPosition, follow } from './chain-check.ts';
import { LogDamaged } from './damage.ts';
import { bearsUpdate } from './entry.ts';
import { decodePayload, PayloadError } from './payload.ts';
import { lastSeq, readEntries, readEntry, readSnapshotEntries } from './rows.ts';
import { decodeSnapshotNote } from './snapshot-note.ts';

/** A loaded document on its way between threads: all updates in one buffer. */
export interface PackedDocument {
  readonly state: Uint8Array | null;
  readonly stateSeq: number;
  readonly updates: Uint8Array;
  readonly lengths: Uint32Array;
  readonly seq: number;
  readonly head: Uint8Array;
  /** Snapshots that were passed over because their bytes are not what was written. */
  readonly damagedSnapshots: readonly number[];
}

const PAGE = 5_000;

export function readDocument(
  connection: Connection,
  input: { readonly document: number; readonly upTo?: number },
): PackedDocument {
  // One read transaction, so that no append falls between the snapshot and its tail.
  connection.prepare('begin').run();
  try {
    return readWithin(connection, input.document, input.upTo);
  } finally {
    connection.prepare('commit').run();
  }
}

function readWithin(connection: Connection, document: number, moment?: number): PackedDocument {
  const upTo = Math.min(moment ?? Number.MAX_SAFE_INTEGER, lastSeq(connection, document));
  // Every document begins with the entry that made it: an empty log is a lost one.
  if (upTo < 1) throw new LogDamaged(document, 1, 'it is missing');
  const { snapshot, damaged } = newestSound(connection, document, upTo);
  let position: ChainPosition = snapshot ?? { seq: 0, hash: GENESIS };
  const updates: Uint8Array[] = [];
  while (position.seq < upTo) {
    const page = readEntries(connection, document, { after: position.seq, upTo, limit: PAGE });
    if (page.length === 0) throw new LogDamaged(document, position.seq + 1, 'it is missing');
    for (const entry of page) {
      position = follow(document, position, entry);
      if (bearsUpdate(entry.kind)) updates.push(...updateOf(document, entry));
    }
  }
  return {
    state: snapshot?.state ?? null,
    stateSeq: snapshot?.seq ?? 0,
    updates: Buffer.concat(updates),
    lengths: Uint32Array.from(updates, (update) => update.length),
    seq: position.seq,
    head: position.hash,
    damagedSnapshots: damaged,
  };
}

/** The update of an entry that passed the chain, or none. */
export function updateOf(
  document: number,
  entry: { readonly seq: number; readonly payload: Uint8Array },
): Uint8Array[] {
  try {
    const { update } = decodePayload(entry.payload);
    return update ? [update] : [];
  } catch (error) {
    if (!(error instanceof PayloadError)) throw error;
    throw new LogDamaged(document, entry.seq, error.message);
  }
}

interface SoundSnapshot extends ChainPosition {
  readonly state: Uint8Array;
}

function newestSound(
  connection: Connection,
  document: number,
  upTo: number,
): { readonly snapshot: SoundSnapshot | null; readonly damaged: readonly number[] } {
  const damaged: number[] = [];
  const seqs = connection
    .prepare('select seq from snapshots where document = ? and seq <= ? order by seq desc')
    .pluck()
    .all(document, upTo)
    .filter((seq) => typeof seq === 'number');
  for (const seq of seqs) {
    const state = vouchedState(connection, document, seq);
    const entry = readEntry(connection, document, seq);
    if (state && entry) return { snapshot: { seq, hash: entry.hash, state }, damaged };
    damaged.push(seq);
  }
  return { snapshot: null, damaged };
}

/** The state of the snapshot at `seq`, if a later entry of the log names its hash. */
function vouchedState(connection: Connection, document: number, seq: number): Uint8Array | null {
  const state = connection
    .prepare('select state from snapshots where document = ? and seq = ?')
    .pluck()
    .get(document, seq);
  if (!(state instanceof Uint8Array)) return null;
  const digest = Buffer.from(sha256(state)).toString('hex');
  for (const entry of readSnapshotEntries(connection, document, seq)) {
    const note = decodeSnapshotNote(entry.payload);
    if (note?.of === seq && note.bytes === digest && holdsInPlace(connection, entry)) return state;
  }
  return null;
}

/** Whether the entry fits the one before it. For a load of the present the chain covers it anyway. */
function holdsInPlace(connection: Connection, entry: Parameters<typeof follow>[2]): boolean {
  const { document, seq } = entry;
  const before = readEntry(connection, document, seq - 1);
  if (!before) return false;
  try {
    follow(document, { seq: seq - 1, hash: before.hash }, entry);
    return true;
  } catch (error) {
    if (error instanceof LogDamaged) return false;
    throw error;
  }
}
