/**
 * Every change of the tables, in order. A new one is a new file and a line here;
 * one that was released is never edited.
 */
import type { Kysely } from 'kysely';
import * as foundation from './1-foundation.ts';
import * as accounts from './2-accounts.ts';
import * as importDrafts from './3-import-drafts.ts';
import * as reading from './4-reading.ts';
import * as waiting from './5-waiting.ts';
import * as search from './6-search.ts';
import * as files from './7-files.ts';
import * as talk from './8-talk.ts';
import * as searchComments from './9-search-comments.ts';

export interface Migration {
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** The number of a migration is its place, counted from 1. */
export const migrations: readonly Migration[] = [
  { name: 'foundation', up: foundation.up },
  { name: 'accounts', up: accounts.up },
  { name: 'import-drafts', up: importDrafts.up },
  { name: 'reading', up: reading.up },
  { name: 'waiting', up: waiting.up },
  { name: 'search', up: search.up },
  { name: 'files', up: files.up },
  { name: 'talk', up: talk.up },
  { name: 'search-comments', up: searchComments.up },
];
