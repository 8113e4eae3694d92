/**
 * The index in PostgreSQL: a text search vector made of the same folded tokens,
 * so that it finds what the one in SQLite finds. The server keeps its store in
 * SQLite so far; whoever configures PostgreSQL hands in the connection.
 */
import { asksForSomething, type Term } from './query.ts';
import { columnsOf, type HitRow, hitIn } from './said-columns.ts';
import { SEARCH_MS, type SearchFound, type SearchIndex } from './search-index.ts';
import type { IndexedUnit, SearchKind } from './unit.ts';

/** A connection of its own, of the `pg` package or like it. */
export interface Postgres {
  query<Row>(text: string, values?: readonly unknown[]): Promise<{ readonly rows: Row[] }>;
}

/** Positions that a vector can tell apart, and how many it keeps of one word. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
/** A query that was stopped because it took too long. */
const TOOK_TOO_LONG = '57014';

/** Makes the index's table where it is missing. */
export async function postgresIndex(postgres: Postgres): Promise<SearchIndex> {
  await postgres.query(`create table if not exists search_units (
    document integer not null, key text not null, kind text not null, number integer,
    title text not null, body text not null, words tsvector not null,
    primary key (document, key)
  )`);
  await postgres.query(
    `alter table search_units add column if not exists thread text,
      add column if not exists said_by integer, add column if not exists said_at bigint`,
  );
  await postgres.query(
    'create index if not exists search_units_words on search_units using gin (words)',
  );
  await postgres.query(
    'create index if not exists search_units_number on search_units (kind, number)',
  );
  return {
    async write(document, put, gone) {
      await inTransaction(postgres, async () => {
        if (gone.length > 0) {
          await postgres.query('delete from search_units where document = $1 and key = any($2)', [
            document,
            gone,
          ]);
        }
        for (const unit of put) await putUnit(postgres, document, unit);
      });
    },

    async keys(document, kind) {
      const { rows } = await postgres.query<{ key: string }>(
        'select key from search_units where document = $1 and kind = $2',
        [document, kind],
      );
      return new Set(rows.map(({ key }) => key));
    },

    async erase(document) {
      await postgres.query('delete from search_units where document = $1', [document]);
    },

    async search(asked) {
      const { query, documents, kinds, offset, limit } = asked;
      if (!asksForSomething(query) || documents.length === 0)
        return { hits: [], counts: {}, partial: false };
      try {
        return await inTransaction(postgres, async () => {
          await postgres.query(`set local statement_timeout = ${SEARCH_MS}`);
          const { rows } = await postgres.query<Ranked>(RANKED, [
            documents,
            kinds.length > 0 ? kinds : null,
            query.number,
            query.wanted.length > 0 ? queryOf(query.wanted, query.unwanted) : null,
            offset,
            offset + limit,
          ]);
          return foundIn(rows);
        });
      } catch (error) {
        if (codeOf(error) === TOOK_TOO_LONG) return { hits: [], counts: {}, partial: true };
        throw error;
      }
    },
  };
}

interface Ranked extends HitRow {
  readonly total: string;
}

/** The first of each kind, and how many there are. */
const RANKED = `
  select document, key, kind, number, title, body, thread, said_by, said_at, total from (
    select *, row_number() over (partition by kind order by rank desc, document, key) as place,
      count(*) over (partition by kind) as total
    from (
      select document, key, kind, number, title, body, thread, said_by, said_at,
        case when $4::text is null then 0 else ts_rank_cd(words, $4::text::tsquery) end as rank
      from search_units
      where document = any($1::integer[])
        and ($2::text[] is null or kind = any($2::text[]))
        and ($3::integer is null or (kind = 'claim' and number = $3::integer))
        and ($4::text is null or words @@ $4::text::tsquery)
    ) fitting
  ) placed
  where place > $5::integer and place <= $6::integer
  order by kind, place`;

function foundIn(rows: readonly Ranked[]): SearchFound {
  const counts: Partial<Record<SearchKind, number>> = {};
  for (const { kind, total } of rows) counts[kind] = Number(total);
  return { hits: rows.map(hitIn), counts, partial: false };
}

async function putUnit(postgres: Postgres, document: number, unit: IndexedUnit): Promise<void> {
  const { key, kind, number, title, body } = unit;
  const { thread, said_by, said_at } = columnsOf(unit.said);
  await postgres.query(
    `insert into search_units (document, key, kind, number, title, body, words,
       thread, said_by, said_at)
     values ($1, $2, $3, $4, $5, $6, $7::tsvector, $8, $9, $10)
     on conflict (document, key) do update set kind = excluded.kind, number = excluded.number,
       title = excluded.title, body = excluded.body, words = excluded.words,
       thread = excluded.thread, said_by = excluded.said_by, said_at = excluded.said_at`,
    // PostgreSQL holds no zero characters in text.
    [
      document,
      key,
      kind,
      number,
      withoutZeros(title),
      withoutZeros(body),
      vectorOf(unit),
      thread,
      said_by,
      said_at,
    ],
  );
}

function withoutZeros(text: string): string {
  return text.replaceAll('\0', ' ');
}

/** `'one':1A 'two':2,4`: words of the title weigh most. */
function vectorOf({ titleTokens, bodyTokens }: IndexedUnit): string {
  const positions = new Map<string, string[]>();
  const title = titleTokens.split(' ').filter(Boolean);
  const body = bodyTokens.split(' ').filter(Boolean);
  // A gap, so that no phrase runs from the one into the other.
  const start = title.length + 1;
  const place = (token: string, at: number, weight: string): void => {
    const known = positions.get(token) ?? [];
    positions.set(token, known);
    if (known.length < MOST_POSITIONS && at <= LAST_POSITION) known.push(`${at}${weight}`);
  };
  title.forEach((token, index) => place(token, index + 1, 'A'));
  body.forEach((token, index) => place(token, start + index + 1, ''));
  return [...positions]
    .map(([token, at]) => (at.length === 0 ? quoted(token) : `${quoted(token)}:${at.join(',')}`))
    .join(' ');
}

function queryOf(wanted: readonly Term[], unwanted: readonly Term[]): string {
  return [...wanted.map(termOf), ...unwanted.map((term) => `!(${termOf(term)})`)].join(' & ');
}

function termOf({ tokens, prefix }: Term): string {
  const words = tokens.map((token, index) =>
    prefix && index === tokens.length - 1 ? `${quoted(token)}:*` : quoted(token),
  );
  return `(${words.join(' <-> ')})`;
}

/** Tokens are letters and digits alone; quoting is the net. */
function quoted(token: string): string {
  return `'${token.replaceAll(/['\\]/g, '')}'`;
}

async function inTransaction<T>(postgres: Postgres, work: () => Promise<T>): Promise<T> {
  await postgres.query('begin');
  try {
    const result = await work();
    await postgres.query('commit');
    return result;
  } catch (error) {
    await postgres.query('rollback');
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
