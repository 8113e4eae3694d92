/** What can be searched, across documents: units of text, and their words folded beforehand. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('search_units')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('number', 'integer')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('search_units_key', ['document', 'key'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('search_units_number')
    .on('search_units')
    .columns(['kind', 'number'])
    .execute();
  // Without content: the words are kept as they were written in `search_units`. Marks
  // belong to words, as in Hindi; the tokens were folded before and stay as they are.
  await sql`create virtual table search_words using fts5 (
    title, body, content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  )`.execute(db);
}
