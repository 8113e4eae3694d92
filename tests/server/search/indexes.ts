/** An index in SQLite, and one in PostgreSQL where there is one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { type Postgres, postgresIndex } from '../../../server/search/postgres.ts';
import type { SearchIndex } from '../../../server/search/search-index.ts';
import { sqliteIndex } from '../../../server/search/sqlite.ts';
import { openDatabase } from '../../../server/storage/database.ts';

const postgres = await findPostgres();
export const postgresVersion = postgres?.version ?? null;
afterAll(() => postgres?.client.end());

/** Each index that there is, by name; opened, and how it is ended. */
export const indexes: readonly (readonly [
  string,
  () => Promise<[SearchIndex, () => Promise<void>]>,
])[] = [['SQLite', openSqlite], ...(postgres ? [['PostgreSQL', openPostgres] as const] : [])];

async function openSqlite(): Promise<[SearchIndex, () => Promise<void>]> {
  const directory = mkdtempSync(join(tmpdir(), 'attest-search-'));
  const database = await openDatabase({ directory });
  for (let id = 1; id <= 7; id++) {
    await database.query
      .insertInto('documents')
      .values({
        id,
        public_id: `d${id}`,
        lineage: 'l',
        schema_version: 1,
        title: '',
        created_at: 0,
        created_by: 0,
      })
      .execute();
  }
  return [
    sqliteIndex(database),
    async () => {
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  ];
}

async function openPostgres(): Promise<[SearchIndex, () => Promise<void>]> {
  const client = postgres?.client;
  if (!client) throw new Error('No PostgreSQL');
  // A schema of its own, so that runs beside each other do not meet.
  const schema = `attest_search_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await client.query(`create schema ${schema}`);
  await client.query(`set search_path to ${schema}`);
  // As it was made before comments could be found.
  await client.query(`create table search_units (
    document integer not null, key text not null, kind text not null, number integer,
    title text not null, body text not null, words tsvector not null,
    primary key (document, key)
  )`);
  const connection: Postgres = {
    query: async (text, values) => ({
      rows: (await client.query(text, values && [...values])).rows,
    }),
  };
  return [
    await postgresIndex(connection),
    async () => {
      await client.query(`drop schema ${schema} cascade`);
    },
  ];
}

async function findPostgres(): Promise<{ client: pg.Client; version: string } | null> {
  const configured = process.env['TEST_DATABASE_URL'];
  const client = new pg.Client({
    connectionString: configured ?? 'postgresql://root@127.0.0.1:5432/test',
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return { client, version: rows[0]?.server_version ?? '' };
  } catch (error) {
    if (configured !== undefined) throw error;
    return null;
  }
}
