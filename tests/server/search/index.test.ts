/** One suite for every index: in SQLite, and in PostgreSQL where there is one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Postgres, postgresIndex } from '../../../server/search/postgres.ts';
import { readQuery } from '../../../server/search/query.ts';
import type { SearchIndex } from '../../../server/search/search-index.ts';
import { sqliteIndex } from '../../../server/search/sqlite.ts';
import type { IndexedUnit, SearchKind } from '../../../server/search/unit.ts';
import { tokensOf } from '../../../server/search/words.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { seeded } from '../../random.ts';

const postgres = await findPostgres();
// The run says whether PostgreSQL took part.
process.stdout.write(
  postgres ? `PostgreSQL ${postgres.version}: tested\n` : 'PostgreSQL: none found, left out\n',
);
afterAll(() => postgres?.client.end());

const HERE = 1;
const THERE = 2;
const said = { thread: 't'.repeat(21), by: 5, at: 1_780_000_000_123 };

describe.each(['SQLite', ...(postgres ? ['PostgreSQL'] : [])])('the index in %s', (where) => {
  let index: SearchIndex;
  let end: () => Promise<void>;

  beforeAll(async () => {
    [index, end] = where === 'SQLite' ? await openSqlite() : await openPostgres();
    await index.write(
      HERE,
      [
        unit('document', 'd', 'Offensive Campaign Assessment', 'Karolina Hird'),
        unit(
          'claim',
          'mobilized',
          'Mobilized personnel from Serpukhov claimed',
          'Men were sent untrained',
          12,
        ),
        unit('claim', 'tribunal', 'now face a military tribunal', 'Soldiers who deny desertion', 7),
        unit('source', 'video', 'Video appeal, first', 'https://t.me/example/1'),
        unit('evidence', 'seen', 'Video appeal, first', 'The men say that they are untrained', 12),
        { ...unit('comment', 'asked', '', 'Who counted the helmets?', 12), said },
        unit('text', 'arabic', '', 'قال المُتَحَدِّث إنّ القوات دخلت المدينة'),
        unit('text', 'chinese', '', '俄罗斯军队的士兵抱怨缺乏训练'),
        unit('text', 'japanese', '', '東京タワーの近くでカメラが壊れた'),
        unit(
          'text',
          'russian',
          '',
          'Мобилизованные заявили, что их отправили в бой неподготовленными. Ещё раз.',
        ),
        unit('text', 'hindi', '', 'सैनिकों ने हिन्दी में कहा'),
      ],
      [],
    );
    await index.write(
      THERE,
      [unit('claim', 'other', 'Untrained men elsewhere', 'tribunal', 3)],
      [],
    );
  });
  afterAll(() => end());

  async function find(typed: string, documents = [HERE], more: object = {}): Promise<string[]> {
    const found = await index.search({
      query: readQuery(typed),
      documents,
      kinds: readQuery(typed).kinds,
      offset: 0,
      limit: 10,
      ...more,
    });
    return found.hits.map(({ key }) => key);
  }

  test.each<[string, string[]]>([
    ['SERPUKHOV', ['claim:mobilized']],
    ['mobil', ['claim:mobilized']],
    ['men untrained', ['claim:mobilized', 'evidence:seen']],
    ['"untrained men"', []],
    ['"military tribunal"', ['claim:tribunal']],
    ['"military tri"', []],
    ['men -video', ['claim:mobilized']],
    ['untrained in:evidence', ['evidence:seen']],
    ['#12', ['claim:mobilized']],
    ['helmets in:comments', ['comment:asked']],
    ['helmets in:claims', []],
    ['#12 tribunal', []],
    ['t.me/example', ['source:video']],
    ['المتحدث', ['text:arabic']],
    ['القوا', ['text:arabic']],
    ['士兵', ['text:chinese']],
    ['兵士', []],
    ['军队 训练', ['text:chinese']],
    ['カメラ', ['text:japanese']],
    ['ｶﾒﾗ', ['text:japanese']],
    ['мобилизован', ['text:russian']],
    ['еще', ['text:russian']],
    ['हिन्दी', ['text:hindi']],
    ['nowhere', []],
    ['-men', []],
    ['', []],
    ['in:claims', []],
  ])('%s', async (typed, keys) => {
    expect((await find(typed)).toSorted()).toEqual(keys.toSorted());
  });

  test('says of a comment who said it, when and in which thread, and of nothing else', async () => {
    const search = async (typed: string) =>
      (
        await index.search({
          query: readQuery(typed),
          documents: [HERE],
          kinds: [],
          offset: 0,
          limit: 9,
        })
      ).hits.map((hit) => hit.said);
    expect(await search('helmets')).toEqual([said]);
    expect(await search('tribunal')).toEqual([null]);
  });

  test('looks into the named documents alone', async () => {
    expect(await find('tribunal', [HERE, THERE])).toHaveLength(2);
    expect(await find('tribunal', [THERE])).toEqual(['claim:other']);
    expect(await find('tribunal', [])).toEqual([]);
    expect(await find('#3', [HERE])).toEqual([]);
  });

  test('weighs words of the title more', async () => {
    expect(await find('tribunal', [HERE, THERE])).toEqual(['claim:tribunal', 'claim:other']);
  });

  test('puts in the place of what was there, takes out, erases', async () => {
    await index.write(3, [unit('claim', 'a', 'zebra', ''), unit('claim', 'b', 'zebra', '')], []);
    await index.write(3, [unit('claim', 'a', 'giraffe', '')], []);
    expect(await find('zebra', [3])).toEqual(['claim:b']);
    expect(await find('giraffe', [3])).toEqual(['claim:a']);
    await index.write(3, [], ['claim:b', 'claim:none']);
    expect(await find('zebra', [3])).toEqual([]);
    expect(await index.keys(3, 'claim')).toEqual(new Set(['claim:a']));
    await index.erase(3);
    expect(await find('giraffe', [3])).toEqual([]);
    expect(await find('tribunal')).toEqual(['claim:tribunal']);
  });

  test('pages through many, each once, and says how many there are', async () => {
    const many = Array.from({ length: 45 }, (_, at) =>
      unit('claim', `m${at}`, `walrus ${at}`, '', at),
    );
    await index.write(4, many, []);
    const seen: string[] = [];
    for (let offset = 0; offset < 60; offset += 20)
      seen.push(...(await find('walrus', [4], { offset, limit: 20 })));
    expect(new Set(seen).size).toBe(45);
    const { counts, partial } = await index.search({
      query: readQuery('walrus'),
      documents: [4],
      kinds: [],
      offset: 0,
      limit: 1,
    });
    expect({ counts, partial }).toEqual({ counts: { claim: 45 }, partial: false });
  });

  test('finds what reading every unit finds, whatever is typed, and never another document', async () => {
    const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
    const words = ['red', 'redder', 'blue', 'café', '東', '東京', "o'clock", 'AND', '"', '*', 'не'];
    const some = () => Array.from({ length: random.int(0, 5) }, () => random.pick(words)).join(' ');
    const all = [5, 6, 7].map((document) => ({
      document,
      units: Array.from({ length: 30 }, (_, at) => unit('claim', `r${at}`, some(), some(), at)),
    }));
    for (const { document, units } of all) await index.write(document, units, []);
    for (let at = 0; at < 60; at++) {
      const typed = Array.from(
        { length: random.int(1, 4) },
        () => `${random.pick(['', '', '-', '"'])}${random.pick(words)}`,
      ).join(' ');
      const documents = [5, 6, 7].filter(() => random.chance(0.5));
      const { hits } = await index.search({
        query: readQuery(typed),
        documents,
        kinds: [],
        offset: 0,
        limit: 200,
      });
      const wanted = all
        .filter(({ document }) => documents.includes(document))
        .flatMap(({ document, units }) =>
          units.filter((each) => fits(each, typed)).map(({ key }) => `${document} ${key}`),
        );
      expect(
        hits.map(({ document, key }) => `${document} ${key}`).toSorted(),
        `${typed} with ATTEST_TEST_SEED=${random.seed}`,
      ).toEqual(wanted.toSorted());
    }
  });
});

/** What a query means, by reading the tokens of title and body one after the other. */
function fits({ titleTokens, bodyTokens }: IndexedUnit, typed: string): boolean {
  const { wanted, unwanted } = readQuery(typed);
  const stands = ({ tokens, prefix }: (typeof wanted)[number]): boolean =>
    [titleTokens, bodyTokens].some((field) => {
      const words = field.split(' ');
      return words.some((_, at) =>
        tokens.every((token, index) =>
          prefix && index === tokens.length - 1
            ? words[at + index]?.startsWith(token)
            : words[at + index] === token,
        ),
      );
    });
  return wanted.length > 0 && wanted.every(stands) && !unwanted.some(stands);
}

function unit(
  kind: SearchKind,
  id: string,
  title: string,
  body: string,
  number: number | null = null,
): IndexedUnit {
  const tokens = { titleTokens: tokensOf(title), bodyTokens: tokensOf(body) };
  return { key: `${kind}:${id}`, kind, number, title, body, said: null, ...tokens };
}

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
  const schema = `attest_search_${process.pid}`;
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
