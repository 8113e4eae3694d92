/**
 * Snapshots make loading quick; the log is what is true. Each is an entry too,
 * which names its hash. When to take one is the room's decision.
 */
import { SYSTEM } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';
import { EntryKind } from './entry.ts';
import { expendable, isKeyframe, type KeptSnapshot } from './retention.ts';
import { encodeSnapshotNote } from './snapshot-note.ts';

/**
 * Snapshots the document as it stands in the log, and drops the snapshots that
 * are no longer needed, all in one transaction. Gives the last entry that it
 * contains, or null when nothing changed since the last one. One at a time for
 * each document. Throws `LogDamaged` like a load; a failure harms nothing.
 */
export async function writeSnapshot(
  db: Database,
  request: { readonly document: number; readonly at: number },
): Promise<number | null> {
  const { document, at } = request;
  const encoded = await db.read('snapshot', { document });
  if (!encoded) return null;
  const { seq, state, bytes, content, vector } = encoded;
  const { lineage } = await db.query
    .selectFrom('documents')
    .select('lineage')
    .where('id', '=', document)
    .executeTakeFirstOrThrow();
  const existing = await existingSnapshots(db, document);
  const keyframe = isKeyframe(seq, existing);
  const others = existing.filter((one) => one.seq !== seq);
  const going = expendable([...others, { seq, keyframe, at }], at);
  const row = { lineage, state, keyframe: keyframe ? 1 : 0 };
  await db.append({
    document,
    lineage,
    // A term of its own: that a snapshot fails is no reason to stop a room.
    term: db.nextTerm(),
    entries: [
      {
        at,
        actor: SYSTEM,
        kind: EntryKind.snapshot,
        payload: encodeSnapshotNote({ of: seq, bytes, content, vector }),
      },
    ],
    statements: [
      db.query
        .insertInto('snapshots')
        .values({ document, seq, ...row })
        // The one that stands there was found damaged, or this would not have been made.
        .onConflict((conflict) => conflict.columns(['document', 'seq']).doUpdateSet(row)),
      ...going.map((old) =>
        db.query.deleteFrom('snapshots').where('document', '=', document).where('seq', '=', old),
      ),
    ],
  });
  return seq;
}

async function existingSnapshots(db: Database, document: number): Promise<KeptSnapshot[]> {
  const rows = await db.query
    .selectFrom('snapshots')
    .innerJoin('log', (join) =>
      join.onRef('log.document', '=', 'snapshots.document').onRef('log.seq', '=', 'snapshots.seq'),
    )
    .select(['snapshots.seq', 'snapshots.keyframe', 'log.at'])
    .where('snapshots.document', '=', document)
    .execute();
  return rows.map(({ seq, keyframe, at }) => ({ seq, keyframe: keyframe === 1, at }));
}
