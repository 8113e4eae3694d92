/** What people are told, what of the talk they have read, and what they prefer. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notifications')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement().notNull())
    .addColumn('person', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('actor', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('claim', 'text')
    .addColumn('number', 'integer')
    .addColumn('thread', 'text')
    .addColumn('count', 'integer', (column) => column.notNull())
    // While it is unread, more of the same is counted in it; null once it was read.
    .addColumn('open_key', 'text')
    .addColumn('read_at', 'integer')
    .addUniqueConstraint('notifications_open', ['person', 'document', 'open_key'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('notifications_person')
    .on('notifications')
    .columns(['person', 'at'])
    .execute();
  await db.schema.createIndex('notifications_at').on('notifications').column('at').execute();

  await db.schema
    .createTable('talk_read')
    .addColumn('person', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    // Empty: all of the document's talk.
    .addColumn('thread', 'text', (column) => column.notNull())
    .addColumn('upto', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('talk_read_key', ['person', 'document', 'thread'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('preferences')
    .addColumn('person', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('preferences_key', ['person', 'name'])
    .modifyEnd(sql`strict`)
    .execute();
}
