/** Documents and entries to put into a database. Apart from vitest, so that other processes can use it. */
import * as Y from 'yjs';
import { EntryKind, type NewEntry } from '../../../server/log/entry.ts';
import { encodePayload } from '../../../server/log/payload.ts';
import type { Appended, Database } from '../../../server/storage/database.ts';

export const LINEAGE = 'lineage-of-the-test';

/** A person and a document whose log begins as every log does. */
export async function createDocument(
  db: Database,
  document = 1,
  update = updateOfNothing(),
): Promise<Appended> {
  return db.append({
    document,
    lineage: LINEAGE,
    term: db.nextTerm(),
    entries: [{ at: 1_000, actor: 0, kind: EntryKind.created, payload: encodePayload({ update }) }],
    statements: [
      db.query
        .insertInto('people')
        .values({ id: 1, name: 'Ada' })
        .onConflict((conflict) => conflict.doNothing()),
      db.query.insertInto('documents').values({
        id: document,
        public_id: `document-${document}`,
        lineage: LINEAGE,
        schema_version: 1,
        title: 'A report',
        created_at: 1_000,
        created_by: 0,
      }),
    ],
  });
}

export function textEntry(update: Uint8Array, at = 2_000): NewEntry {
  return { at, actor: 1, kind: EntryKind.text, payload: encodePayload({ update }) };
}

export function commandEntry(id: string, result: object, update = updateOfNothing()): NewEntry {
  return {
    at: 3_000,
    actor: 1,
    kind: EntryKind.command,
    payload: encodePayload({ note: { name: 'test', id, answer: result }, update }),
    command: { id, result: JSON.stringify(result) },
  };
}

export function appendText(
  db: Database,
  updates: readonly Uint8Array[],
  term = db.nextTerm(),
  document = 1,
): Promise<Appended> {
  return db.append({
    document,
    lineage: LINEAGE,
    term,
    entries: updates.map((update) => textEntry(update)),
  });
}

function updateOfNothing(): Uint8Array {
  return Y.encodeStateAsUpdate(new Y.Doc());
}
