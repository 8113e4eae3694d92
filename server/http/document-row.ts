/** Documents as the HTTP side looks them up. */
import type { Selectable } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { DocumentsTable } from '../storage/tables.ts';
import type { DocumentRow as RoomsDocument } from '../sync/document-row.ts';

/** A row of the table that also names itself as rooms do. */
export type DocumentRow = Selectable<DocumentsTable> & RoomsDocument;

/** By the id in addresses; also one that is deleted. */
export async function findDocument(
  database: Database,
  publicId: string,
): Promise<DocumentRow | null> {
  return withPublicId(
    await database.query
      .selectFrom('documents')
      .selectAll()
      .where('public_id', '=', publicId)
      .executeTakeFirst(),
  );
}

/** By the number of its row; not one that is deleted. */
export async function documentByNumber(
  database: Database,
  id: number,
): Promise<DocumentRow | null> {
  return withPublicId(
    await database.query
      .selectFrom('documents')
      .selectAll()
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst(),
  );
}

function withPublicId(row: Selectable<DocumentsTable> | undefined): DocumentRow | null {
  return row ? { ...row, publicId: row.public_id } : null;
}
