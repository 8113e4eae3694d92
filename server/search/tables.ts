/** The index as SQLite has it. Derived: see `derive.ts`. */
import type { Generated } from 'kysely';
import type { SearchKind } from './unit.ts';

export interface SearchTables {
  search_units: SearchUnitsTable;
  search_words: SearchWordsTable;
}

export interface SearchUnitsTable {
  id: Generated<number>;
  document: number;
  key: string;
  kind: SearchKind;
  number: number | null;
  title: string;
  body: string;
  /** Of a comment alone, like the two below. */
  thread: string | null;
  said_by: number | null;
  said_at: number | null;
}

/** FTS5; its rowid is the unit's id. */
export interface SearchWordsTable {
  rowid: number;
  title: string;
  body: string;
}
