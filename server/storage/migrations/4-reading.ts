/** Who has read which blocks of a document, where they were last, and who keeps that to themselves. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('read_blocks')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('person', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('block', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('read_blocks_key', ['document', 'person', 'block'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('reading_places')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('person', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('block', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reading_places_key', ['document', 'person'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('private_readers')
    .addColumn('person', 'integer', (column) =>
      column.primaryKey().notNull().references('people.id'),
    )
    .modifyEnd(sql`strict`)
    .execute();
}
