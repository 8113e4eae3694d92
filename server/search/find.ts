/** A search as somebody asks it: what they typed, in the documents that they may see at this moment. */
import type { PersonId } from '../../domain/id.ts';
import type { Identity } from '../accounts/identity.ts';
import { visibleDocuments } from '../accounts/visible.ts';
import type { Database } from '../storage/database.ts';
import { readQuery } from './query.ts';
import type { SearchFound, SearchHit, SearchIndex } from './search-index.ts';
import { snippetOf } from './snippet.ts';
import { type SearchKind, searchKinds } from './unit.ts';

export interface SearchTyped {
  readonly typed: string;
  /** Null for all kinds that the words themselves do not narrow. */
  readonly kind: SearchKind | null;
  readonly archived: boolean;
  readonly offset: number;
  readonly limit: number;
}

type Who = Pick<Identity, 'person' | 'owner' | 'cap'>;

export async function findFor(
  parts: { readonly database: Database; readonly index: SearchIndex },
  who: Who,
  { typed, kind, archived, offset, limit }: SearchTyped,
) {
  const query = readQuery(typed);
  const visible = await visibleDocuments(parts.database, who, { archived });
  const documents = new Map(visible.map((document) => [document.id, document]));
  const kinds = kind ? [kind] : query.kinds;
  const found: SearchFound = await parts.index.search({
    query,
    documents: [...documents.keys()],
    kinds,
    offset,
    limit,
  });

  const names = await namesOf(parts.database, found.hits);

  function present({ document, key, number, title, body, kind: of, said }: SearchHit) {
    const row = documents.get(document);
    // An index that answers beyond what it was asked for must not tell anybody.
    if (!row) return [];
    return {
      kind: of,
      id: key,
      document: { id: row.publicId, title: row.title, archived: row.archived },
      number,
      title: snippetOf(title, query),
      body: snippetOf(body, query),
      said: said && {
        thread: said.thread,
        at: said.at,
        by: { id: said.by, name: names.get(said.by) ?? 'Somebody' },
      },
    };
  }

  const hits = found.hits.flatMap(present);
  return {
    groups: searchKinds
      .map((of) => ({
        kind: of,
        total: found.counts[of] ?? 0,
        hits: hits.filter((hit) => hit.kind === of),
      }))
      .filter(({ total }) => total > 0),
    partial: found.partial,
  };
}

/** What those who said something are called now. */
async function namesOf(
  { query }: Database,
  hits: readonly SearchHit[],
): Promise<ReadonlyMap<PersonId, string>> {
  const people = [...new Set(hits.flatMap(({ said }) => (said ? [said.by] : [])))];
  if (people.length === 0) return new Map();
  const rows = await query
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', people)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
