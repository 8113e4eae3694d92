/** The document, its people and its log. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'text', (column) => column.unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('former', 'integer', (column) => column.notNull().defaultTo(0))
    .modifyEnd(sql`strict`)
    .execute();
  await sql`insert into people (id, name) values (0, 'Attest')`.execute(db);

  await db.schema
    .createTable('documents')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('public_id', 'text', (column) => column.notNull().unique())
    .addColumn('lineage', 'text', (column) => column.notNull())
    .addColumn('schema_version', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('archived_at', 'integer')
    .addColumn('deleted_at', 'integer')
    .addColumn('progress', 'text')
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('log')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('lineage', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('actor', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('kind', 'integer', (column) => column.notNull())
    .addColumn('salt', 'blob', (column) => column.notNull())
    .addColumn('payload', 'blob', (column) => column.notNull())
    .addColumn('hash', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('log_key', ['document', 'seq'])
    .modifyEnd(sql`strict`)
    .execute();
  // The entries that vouch for a snapshot are few among many.
  await sql`create index log_snapshots on log (document, seq) where kind = 6`.execute(db);

  await db.schema
    .createTable('commands')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('actor', 'integer', (column) => column.notNull().references('people.id'))
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('commands_key', ['document', 'actor', 'command_id'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('snapshots')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('lineage', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('state', 'blob', (column) => column.notNull())
    .addColumn('keyframe', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshots_key', ['document', 'seq'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('client_ids')
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('client_id', 'integer', (column) => column.notNull())
    .addColumn('person', 'integer', (column) => column.notNull().references('people.id'))
    .addPrimaryKeyConstraint('client_ids_key', ['document', 'client_id'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('originals')
    .addColumn('document', 'integer', (column) =>
      column.primaryKey().notNull().references('documents.id'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
}
