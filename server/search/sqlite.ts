/** The index in SQLite: FTS5 over tokens that were folded before, beside the store's other tables. */
import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { Statement } from '../storage/statement.ts';
import type { SearchIndex } from './search-index.ts';
import { columnsOf } from './said-columns.ts';
import type { IndexedUnit } from './unit.ts';

export function sqliteIndex(database: Database): SearchIndex {
  const { query } = database;

  function without(document: number, keys: readonly string[]): Statement[] {
    const rows = query
      .selectFrom('search_units')
      .select('id')
      .where('document', '=', document)
      .where('key', 'in', keys);
    return [
      query.deleteFrom('search_words').where('rowid', 'in', rows),
      query.deleteFrom('search_units').where('document', '=', document).where('key', 'in', keys),
    ];
  }

  function within(document: number, unit: IndexedUnit): Statement[] {
    const { key, kind, number, title, body, said, titleTokens, bodyTokens } = unit;
    const row = { document, key, kind, number, title, body, ...columnsOf(said) };
    return [
      query.insertInto('search_units').values(row),
      sql`insert into search_words (rowid, title, body)
        select id, ${titleTokens}, ${bodyTokens} from search_units
        where document = ${document} and key = ${key}`.compile(query),
    ];
  }

  return {
    async write(document, put, gone) {
      const keys = [...gone, ...put.map(({ key }) => key)];
      if (keys.length === 0) return;
      await database.transact([
        ...without(document, keys),
        ...put.flatMap((unit) => within(document, unit)),
      ]);
    },

    async keys(document, kind) {
      const rows = await query
        .selectFrom('search_units')
        .select('key')
        .where('document', '=', document)
        .where('kind', '=', kind)
        .execute();
      return new Set(rows.map(({ key }) => key));
    },

    async erase(document) {
      await database.transact([
        query
          .deleteFrom('search_words')
          .where(
            'rowid',
            'in',
            query.selectFrom('search_units').select('id').where('document', '=', document),
          ),
        query.deleteFrom('search_units').where('document', '=', document),
      ]);
    },

    search: (asked) => database.read('search', asked),
  };
}
