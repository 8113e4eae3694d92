/** The log as people read it: pages of entries, decoded. */
import type { PersonId } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';
import type { EntryKind } from './entry.ts';
import { decodePayload, type Note } from './payload.ts';

export interface HistoryEntry {
  readonly seq: number;
  readonly lineage: string;
  readonly at: number;
  readonly actor: PersonId;
  readonly kind: number;
  readonly note: Note | null;
  /** A Yjs update (V1). */
  readonly update: Uint8Array | null;
}

export interface HistoryRange {
  /** Only entries after this one, oldest first. */
  readonly after?: number;
  /** Only entries before this one; without `after`, newest first. */
  readonly before?: number;
  readonly kinds?: readonly EntryKind[];
  readonly limit: number;
}

/** Not verified: `verifyDocument` does that. Throws a `PayloadError` on an entry that cannot be read. */
export async function documentEntries(
  db: Database,
  document: number,
  range: HistoryRange,
): Promise<HistoryEntry[]> {
  const { after, before, kinds, limit } = range;
  let query = db.query
    .selectFrom('log')
    .select(['seq', 'lineage', 'at', 'actor', 'kind', 'payload'])
    .where('document', '=', document)
    .orderBy('seq', after === undefined ? 'desc' : 'asc')
    .limit(limit);
  if (after !== undefined) query = query.where('seq', '>', after);
  if (before !== undefined) query = query.where('seq', '<', before);
  if (kinds) query = query.where('kind', 'in', kinds);
  const rows = await query.execute();
  return rows.map(({ payload, ...entry }) => ({ ...entry, ...decodePayload(payload) }));
}
