/** Somebody is called otherwise from now on. */
import type { PersonId } from '../../domain/id.ts';
import { outdated } from '../derived/stamp.ts';
import type { Database } from '../storage/database.ts';
import type { DocumentRow } from '../sync/document-row.ts';
import { documentsWith } from '../sync/people.ts';

/**
 * Their new name, and with it a note that what can be searched is behind: words
 * of comments that mention them are found by it. The documents where it may stand.
 */
export async function rename(
  database: Database,
  { id, name }: { readonly id: PersonId; readonly name: string },
): Promise<readonly DocumentRow[]> {
  const documents = await documentsWith(database, id);
  await database.transact([
    database.query.updateTable('people').set({ name }).where('id', '=', id),
    ...documents.map((document) => outdated(database, document.id, 'search')),
  ]);
  return documents;
}
