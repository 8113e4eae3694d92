/**
 * Client ids that were given out while the disk took no writes, so that people
 * can read. They outlive their room and become durable when writes are taken
 * again, or with the first change that bears them, whichever is earlier. A
 * server that is killed in between forgets them: their pages keep what was
 * typed under them as words.
 */
import type { CompiledQuery } from 'kysely';
import type { PersonId } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';

export class UnsavedIds {
  readonly #database: Database;
  readonly #ids = new Map<number, Map<number, PersonId>>();

  constructor(database: Database) {
    this.#database = database;
  }

  of(document: number): ReadonlyMap<number, PersonId> {
    return this.#ids.get(document) ?? new Map();
  }

  add(document: number, client: number, person: PersonId): void {
    const known = this.#ids.get(document) ?? new Map<number, PersonId>();
    this.#ids.set(document, known.set(client, person));
  }

  /** Makes all of them durable, or rejects and keeps them. */
  async save(): Promise<void> {
    const ids = [...this.#ids].flatMap(([document, clients]) =>
      [...clients].map(([client, person]) => ({ document, client, person })),
    );
    if (ids.length === 0) return;
    await this.#database.transact(
      ids.map(({ document, client, person }) =>
        bindingOf(this.#database, document, client, person),
      ),
    );
    for (const { document, client } of ids) this.#ids.get(document)?.delete(client);
  }
}

/** The row that binds an id to a person; it may be there already. */
export function bindingOf(
  database: Database,
  document: number,
  client: number,
  person: PersonId,
): CompiledQuery {
  return database.query
    .insertInto('client_ids')
    .values({ document, client_id: client, person })
    .onConflict((conflict) => conflict.doNothing())
    .compile();
}
