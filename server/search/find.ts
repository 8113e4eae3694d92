/** A search as somebody asks it: what they typed, in the documents that they may see at this moment. */
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

  function present({ document, key, number, title, body, kind: of }: SearchHit) {
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
