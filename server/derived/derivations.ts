/** All that is derived from documents and kept beside them: who follows an open one, and how those that are behind catch up. */
import type { Logger } from 'pino';
import type { PersonId } from '../../domain/id.ts';
import type { Publisher } from '../events/publisher.ts';
import type { Database } from '../storage/database.ts';
import type { DocumentRow } from '../sync/document-row.ts';
import type { Room } from '../sync/room.ts';
import type { Rooms } from '../sync/rooms.ts';
import { DerivedSearch } from '../search/derive.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { DerivedWaiting } from '../waiting/derive.ts';
import type { Derived } from './derived.ts';
import { behind, deletedButKept } from './stamp.ts';

export interface Derivations {
  of(room: Pick<Room, 'document' | 'live'>): readonly Derived[];
  /** Derives what is behind, one document after the other. Never rejects. */
  catchUp(rooms: Pick<Rooms, 'catchUp'>): Promise<void>;
  /** A document was put away, deleted, or came back: what it holds waits for nobody, or does again. */
  lifeChanged(document: DocumentRow): Promise<void>;
  /** A document was deleted, and its room shut: nothing of it is kept beside its log. */
  erase(document: Pick<DocumentRow, 'id'>): Promise<void>;
}

export function createDerivations(parts: {
  readonly database: Database;
  readonly events: Pick<Publisher, 'publish'>;
  readonly log: Logger;
  readonly index: SearchIndex;
}): Derivations {
  const { database, events, index, log } = parts;

  function tell(people: Iterable<PersonId>, document: string): void {
    for (const person of people) events.publish(person, { kind: 'queue', document });
  }

  const of: Derivations['of'] = ({ document, live }) => [
    new DerivedWaiting({
      database,
      document: document.id,
      live,
      tell: (people) => tell(people, document.publicId),
    }),
    new DerivedSearch({ database, document: document.id, live, index }),
  ];

  const erase: Derivations['erase'] = async ({ id }) => {
    const { query } = database;
    // The stamps go with the first rows: what is only half erased counts as behind.
    await database.transact([
      query.deleteFrom('derived').where('document', '=', id),
      query.deleteFrom('waiting').where('document', '=', id),
      query.deleteFrom('waiting_claims').where('document', '=', id),
    ]);
    await index.erase(id);
  };

  return {
    of,
    erase,

    async catchUp(rooms) {
      try {
        for (const document of await deletedButKept(database)) await erase(document);
        const documents = await behind(database);
        for (const document of documents) {
          // One that cannot be read must not keep the others behind; opening it has noted why.
          await rooms.catchUp(document, { andPutAway: true }).catch(() => {});
        }
        if (documents.length > 0)
          log.info({ documents: documents.length }, 'derived rows caught up');
      } catch (error) {
        log.warn({ err: error }, 'derived rows cannot catch up');
      }
    },

    async lifeChanged({ id, publicId }) {
      const rows = await database.query
        .selectFrom('waiting')
        .select('person')
        .distinct()
        .where('document', '=', id)
        .execute();
      tell(
        rows.map(({ person }) => person),
        publicId,
      );
    },
  };
}
