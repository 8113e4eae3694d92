// What an export is made of, read from the log: what is there is durable, and
// neither the room nor the people in it wait for it.
import { sql } from 'kysely';
import { refuse } from '../../domain/refusal.ts';
import { filesThatFit } from '../files/named-files.ts';
import { LogDamaged } from '../log/damage.ts';
import { EntryKind } from '../log/entry.ts';
import { loadDocument } from '../log/load.ts';
import { RefusedError } from '../refused-error.ts';
import type { Database } from '../storage/database.ts';
import { peopleOf } from '../sync/people.ts';
import type { ExportSource } from './write-export.ts';

/** The last entry that says something of the document; that it was exported does not count. */
export async function stateOf(database: Database, document: number): Promise<number> {
  const row = await database.query
    .selectFrom('log')
    .select(sql<number>`max(seq)`.as('seq'))
    .where('document', '=', document)
    .where('kind', '!=', EntryKind.export)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

export async function readSource(options: {
  readonly database: Database;
  readonly document: { readonly id: number; readonly publicId: string };
  readonly publicUrl: string | null;
  readonly now: number;
  /** With the uploaded copies of its sources. */
  readonly takesFiles?: boolean | undefined;
}): Promise<ExportSource & { readonly title: string }> {
  const { database, document, publicUrl, now, takesFiles = false } = options;
  const [loaded, people, original, row] = await Promise.all([
    load(database, document.id),
    peopleOf(database, document.id),
    database.query
      .selectFrom('originals')
      .select(['name', 'media_type', 'bytes'])
      .where('document', '=', document.id)
      .executeTakeFirst(),
    database.query
      .selectFrom('documents')
      .select('title')
      .where('id', '=', document.id)
      .executeTakeFirst(),
  ]);
  return {
    document: document.publicId,
    title: row?.title ?? '',
    loaded: { state: loaded.state, updates: loaded.updates },
    people: [...people.values()],
    original: original
      ? { name: original.name, mediaType: original.media_type, bytes: original.bytes }
      : null,
    ...(takesFiles && { files: await filesThatFit(database, document.id) }),
    publicUrl,
    now,
  };
}

async function load(database: Database, document: number) {
  try {
    return await loadDocument(database, document);
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    throw new RefusedError(
      refuse('load-failed', 'This document cannot be read right now. Nothing of it is changed.'),
    );
  }
}
