/** What waits for whom, across documents; and up to which entry of a log such derived rows are true. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('derived')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('owner', 'integer')
    .addPrimaryKeyConstraint('derived_key', ['document', 'name'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('waiting_claims')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('claim', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('waiting_claims_key', ['document', 'claim'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('waiting')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('claim', 'text', (column) => column.notNull())
    .addColumn('person', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('rank', 'integer', (column) => column.notNull())
    .addColumn('since', 'integer')
    .addColumn('kinds', 'text', (column) => column.notNull())
    .addColumn('tasks', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('waiting_key', ['document', 'claim', 'person'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('waiting_person')
    .on('waiting')
    .columns(['person', 'document'])
    .execute();
}
