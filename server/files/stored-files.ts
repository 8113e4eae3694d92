/** Files by their hash: the rows that store one with its command, and reading one back. */
import { createHash } from 'node:crypto';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../storage/database.ts';

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export interface FileToKeep {
  readonly sha256: string;
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The same bytes are kept once, whoever hands them in. */
export function rowsFor(
  query: Database['query'],
  document: number,
  { sha256, mediaType, name, bytes }: FileToKeep,
): CompiledQuery[] {
  return [
    query
      .insertInto('files')
      .values({ sha256, media_type: mediaType, bytes })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .compile(),
    query
      .insertInto('document_files')
      .values({ document, sha256, name })
      .onConflict((conflict) => conflict.columns(['document', 'sha256']).doNothing())
      .compile(),
  ];
}

/** A file of this document; null where it has none of that hash, whoever else may have it. */
export async function readFile(
  { query }: Database,
  document: number,
  sha256: string,
): Promise<FileToKeep | null> {
  const row = await query
    .selectFrom('document_files')
    .innerJoin('files', 'files.sha256', 'document_files.sha256')
    .select(['document_files.name', 'files.media_type', 'files.bytes'])
    .where('document_files.document', '=', document)
    .where('document_files.sha256', '=', sha256)
    .executeTakeFirst();
  return row ? { sha256, mediaType: row.media_type, name: row.name, bytes: row.bytes } : null;
}
