/** The uploaded copies that the sources of a document name, and their bytes for an export. */
import { sql } from 'kysely';
import type { Source, StoredFile } from '../../domain/record/source.ts';
import type { Database } from '../storage/database.ts';
import { readFile } from './stored-files.ts';

/** Each once, in the order of hashes; of copies that were removed too, for they may come back. */
export function filesOf(sources: Iterable<Source>): StoredFile[] {
  const files = new Map<string, StoredFile>();
  for (const { archived } of sources) {
    for (const { file } of archived) if (file) files.set(file.sha256, file);
  }
  return [...files.values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

/** In base64 a third more: leaves room for text and records in a bundle of 64 MB. */
const MOST_TOGETHER = 32 * 1024 * 1024;

/** The bytes of as many as fit into one bundle, the smallest first, so that few are left out. */
export async function filesThatFit(
  database: Database,
  document: number,
): Promise<Map<string, Uint8Array>> {
  const kept = await database.query
    .selectFrom('document_files')
    .innerJoin('files', 'files.sha256', 'document_files.sha256')
    .select(['files.sha256', sql<number>`length(files.bytes)`.as('size')])
    .where('document', '=', document)
    .orderBy('size')
    .orderBy('files.sha256')
    .execute();
  const found = new Map<string, Uint8Array>();
  let together = 0;
  for (const { sha256, size } of kept) {
    together += size;
    if (together > MOST_TOGETHER) break;
    const file = await readFile(database, document, sha256);
    if (file) found.set(sha256, file.bytes);
  }
  return found;
}
