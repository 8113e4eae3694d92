/** Reads log rows in the reading thread, and checks their types: a damaged file may hold anything. */
import type { Connection } from '../storage/connection.ts';
import { LogDamaged } from './damage.ts';
import type { StoredEntry } from './entry.ts';
import { EntryKind } from './entry.ts';

const columns = 'document, lineage, seq, at, actor, kind, salt, payload, hash';

/**
 * Up to `limit` entries with `after` < seq ≤ `upTo`, in order, as far as they can
 * be read. Throws `LogDamaged` where not even the first can.
 */
export function readEntries(
  connection: Connection,
  document: number,
  range: { readonly after: number; readonly upTo: number; readonly limit: number },
): StoredEntry[] {
  const rows = connection
    .prepare(
      `select ${columns} from log where document = ? and seq > ? and seq <= ? order by seq limit ?`,
    )
    .all(document, range.after, range.upTo, range.limit);
  const entries: StoredEntry[] = [];
  for (const row of rows) {
    if (isEntry(row)) entries.push(row);
    // Whoever follows the chain finds what is wrong before it first, and this one in the next page.
    else if (entries.length > 0) break;
    else throw new LogDamaged(document, range.after + 1, 'a column holds the wrong type');
  }
  return entries;
}

export function readEntry(
  connection: Connection,
  document: number,
  seq: number,
): StoredEntry | undefined {
  return readEntries(connection, document, { after: seq - 1, upTo: seq, limit: 1 })[0];
}

/** The entries that vouch for a snapshot of a moment after `after`, or at it. */
export function readSnapshotEntries(
  connection: Connection,
  document: number,
  after: number,
): StoredEntry[] {
  const rows = connection
    .prepare(
      // The literal lets SQLite use the partial index.
      `select ${columns} from log where document = ? and seq > ? and kind = ${EntryKind.snapshot} order by seq`,
    )
    .all(document, after);
  return rows.filter((row) => isEntry(row));
}

/** The number of the last entry; 0 for an empty log. */
export function lastSeq(connection: Connection, document: number): number {
  const seq = connection
    .prepare('select max(seq) from log where document = ?')
    .pluck()
    .get(document);
  return typeof seq === 'number' ? seq : 0;
}

function isEntry(row: unknown): row is StoredEntry {
  if (typeof row !== 'object' || row === null) return false;
  if (!('document' in row && 'lineage' in row && 'seq' in row && 'at' in row)) return false;
  if (!('actor' in row && 'kind' in row && 'salt' in row && 'payload' in row && 'hash' in row)) {
    return false;
  }
  return (
    [row.document, row.seq, row.at, row.actor, row.kind].every(Number.isSafeInteger) &&
    typeof row.lineage === 'string' &&
    [row.salt, row.payload, row.hash].every((bytes) => bytes instanceof Uint8Array)
  );
}
