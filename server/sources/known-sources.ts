/**
 * What people have said of sources, kept beside the log so that another document
 * can be offered it: by address and by host. Derived from the records; a
 * protected source is not in it, nor one that was removed.
 */
import type { CompiledQuery } from 'kysely';
import { addressKey, hostOf } from '../../domain/derive/address.ts';
import type { Source } from '../../domain/record/source.ts';
import type { Put } from '../../domain/record/state.ts';
import type { Identity } from '../accounts/identity.ts';
import type { Database } from '../storage/database.ts';

type Query = Database['query'];

/** The rows that follow from these records: they stand or fall with the entry that brings them. */
export function knownSources(
  query: Query,
  document: number,
  puts: readonly Put[],
): CompiledQuery[] {
  return puts.flatMap((put) =>
    put.root === 'sources' ? [statementFor(query, document, put.value)] : [],
  );
}

function statementFor(query: Query, document: number, source: Source): CompiledQuery {
  const address = addressKey(source.url);
  const worthIt = source.title.trim() !== '' || source.publisher.trim() !== '';
  if (address === null || source.protected || source.removed || !worthIt) {
    return query
      .deleteFrom('known_sources')
      .where('document', '=', document)
      .where('source', '=', source.id)
      .compile();
  }
  const said = {
    address,
    host: hostOf(source.url),
    title: source.title,
    publisher: source.publisher,
    author: source.author,
    language: source.language,
    medium: source.medium,
    modified_at: source.modifiedAt,
  };
  return query
    .insertInto('known_sources')
    .values({ document, source: source.id, ...said })
    .onConflict((conflict) => conflict.columns(['document', 'source']).doUpdateSet(said))
    .compile();
}

export interface Suggestion {
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly language: string;
  readonly medium: string;
  /** Where somebody said so: the document's title. */
  readonly document: string;
  readonly at: number;
}

export interface Suggestions {
  /** Of the very page; the newest first, each wording once. */
  readonly page: readonly Suggestion[];
  /** What others call the publisher of this host; null where nobody said. */
  readonly publisher: string | null;
}

const MOST = 5;

/** Only from documents that this person may open. */
export async function suggestionsFor(
  { query }: Database,
  { identity, url }: { readonly identity: Identity; readonly url: string },
): Promise<Suggestions> {
  const key = addressKey(url);
  if (key === null) return { page: [], publisher: null };
  const seen = query
    .selectFrom('known_sources')
    .innerJoin('documents', 'documents.id', 'known_sources.document')
    .leftJoin('members', (join) =>
      join
        .onRef('members.document', '=', 'documents.id')
        .on('members.person', '=', identity.person),
    )
    .where('documents.deleted_at', 'is', null)
    .$if(!identity.owner, (visible) => visible.where('members.role', 'is not', null));
  const [page, byHost] = await Promise.all([
    seen
      .where('address', '=', key)
      .select([
        'known_sources.title as title',
        'publisher',
        'author',
        'language',
        'medium',
        'documents.title as document',
        'modified_at as at',
      ])
      .orderBy('modified_at', 'desc')
      .limit(50)
      .execute(),
    seen
      .where('host', '=', hostOf(url))
      .where('publisher', '!=', '')
      .select(({ fn }) => ['publisher', fn.countAll<number>().as('times')])
      .groupBy('publisher')
      .orderBy('times', 'desc')
      .orderBy('publisher')
      .limit(1)
      .executeTakeFirst(),
  ]);
  const worded = new Map(
    page.toReversed().map((each) => [`${each.title}\n${each.publisher}`, each]),
  );
  return {
    page: [...worded.values()].toSorted((a, b) => b.at - a.at).slice(0, MOST),
    publisher: byHost?.publisher ?? null,
  };
}
