/** Files that were handed in with sources, each kept once by its hash, and what is known of sources for suggestions. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('sha256', 'text', (column) => column.primaryKey().notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  // Whoever knows a hash must not thereby read the file of another document.
  await db.schema
    .createTable('document_files')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('sha256', 'text', (column) => column.notNull().references('files.sha256'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_files_key', ['document', 'sha256'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('known_sources')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('medium', 'text', (column) => column.notNull())
    .addColumn('modified_at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('known_sources_key', ['document', 'source'])
    .modifyEnd(sql`strict`)
    .execute();
  for (const column of ['address', 'host']) {
    await db.schema
      .createIndex(`known_sources_${column}`)
      .on('known_sources')
      .column(column)
      .execute();
  }
}
