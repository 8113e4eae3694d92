/** Who said a comment, as both databases keep it beside the words. */
import type { SearchHit } from './search-index.ts';
import type { Said } from './unit.ts';

interface SaidColumns {
  readonly thread: string | null;
  readonly said_by: number | null;
  readonly said_at: number | null;
}

export type HitRow = Omit<SearchHit, 'said'> & SaidColumns;

export function columnsOf(said: Said | null): SaidColumns {
  return {
    thread: said?.thread ?? null,
    said_by: said?.by ?? null,
    said_at: said?.at ?? null,
  };
}

export function hitIn({ document, key, kind, number, title, body, ...said }: HitRow): SearchHit {
  const { thread, said_by: by, said_at: at } = said;
  return {
    document,
    key,
    kind,
    number,
    title,
    body,
    // PostgreSQL hands over large numbers as strings.
    said: thread === null || by === null || at === null ? null : { thread, by, at: Number(at) },
  };
}
