/** A search in the reading thread: walks through what fits, keeps the best of each kind, and stops in time. */
import type { Connection } from '../storage/connection.ts';
import { asksForSomething, type Term } from './query.ts';
import { type HitRow, hitIn } from './said-columns.ts';
import { SEARCH_MS, type SearchAsked, type SearchFound, type SearchHit } from './search-index.ts';
import type { SearchKind } from './unit.ts';

interface Scored {
  readonly id: number;
  readonly kind: SearchKind;
  readonly score: number;
}

/** Between two looks at the clock. */
const ROWS_AT_ONCE = 256;

export function searchSqlite({ sqlite }: Connection, asked: SearchAsked): SearchFound {
  const { query, offset, limit } = asked;
  if (!asksForSomething(query) || asked.documents.length === 0)
    return { hits: [], counts: {}, partial: false };
  const until = performance.now() + SEARCH_MS;
  const best = new Map<SearchKind, Scored[]>();
  const counts: Partial<Record<SearchKind, number>> = {};
  let partial = false;
  let rows = 0;
  for (const row of matching(sqlite, asked)) {
    counts[row.kind] = (counts[row.kind] ?? 0) + 1;
    keep(best, row, offset + limit);
    rows += 1;
    if (rows % ROWS_AT_ONCE === 0 && performance.now() > until) {
      partial = true;
      break;
    }
  }
  const wanted = [...best.values()].flatMap((scored) => scored.slice(offset));
  return { hits: wanted.flatMap(({ id }) => hitOf(sqlite, id)), counts, partial };
}

type Sqlite = Connection['sqlite'];

function matching(sqlite: Sqlite, { query, documents, kinds }: SearchAsked): Iterable<Scored> {
  const words = query.wanted.length > 0;
  // The ids travel as one value: there may be more than a statement can bind.
  const conditions = ['u.document in (select value from json_each(@documents))'];
  if (kinds.length > 0) conditions.push('u.kind in (select value from json_each(@kinds))');
  if (query.number !== null) conditions.push("u.kind = 'claim' and u.number = @number");
  if (words) conditions.push('search_words match @match');
  const statement = sqlite.prepare<unknown[], Scored>(
    words
      ? `select u.id, u.kind, bm25(search_words, 4, 1) as score
         from search_words join search_units u on u.id = search_words.rowid
         where ${conditions.join(' and ')}`
      : `select u.id, u.kind, u.document as score from search_units u where ${conditions.join(' and ')}`,
  );
  return statement.iterate({
    documents: JSON.stringify(documents),
    ...(kinds.length > 0 && { kinds: JSON.stringify(kinds) }),
    ...(query.number !== null && { number: query.number }),
    ...(words && { match: matchOf(query.wanted, query.unwanted) }),
  });
}

/** Tokens are letters and digits alone, and quoted: nothing in them is an operator. */
function matchOf(wanted: readonly Term[], unwanted: readonly Term[]): string {
  const all = wanted.map(termOf).join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.map(termOf).join(' OR ')})`;
}

function termOf({ tokens, prefix }: Term): string {
  const phrase = `"${tokens.join(' ').replaceAll('"', '')}"`;
  return prefix ? `${phrase} *` : phrase;
}

/** Sorted, best first; bm25 is the lower, the better. Of equal ones the older comes first. */
function keep(best: Map<SearchKind, Scored[]>, row: Scored, most: number): void {
  const scored = best.get(row.kind) ?? [];
  best.set(row.kind, scored);
  const last = scored.at(-1);
  if (scored.length >= most && last && row.score >= last.score) return;
  let at = scored.length;
  while (at > 0 && (scored[at - 1]?.score ?? 0) > row.score) at -= 1;
  scored.splice(at, 0, row);
  if (scored.length > most) scored.pop();
}

function hitOf(sqlite: Sqlite, id: number): SearchHit[] {
  const row = sqlite
    .prepare<unknown[], HitRow>(
      `select document, key, kind, number, title, body, thread, said_by, said_at
       from search_units where id = ?`,
    )
    .get(id);
  return row ? [hitIn(row)] : [];
}
