/**
 * Which person a Yjs client id of one document belongs to. An id is bound once
 * and for good: structs under it are that person's, so nobody can write as
 * another or squat an id that somebody will use.
 */
import type { PersonId } from '../../domain/id.ts';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../storage/database.ts';

export class ClientIds {
  readonly #database: Database;
  readonly #document: number;
  readonly #owners: Map<number, PersonId>;
  /** Drawn by stock clients who have written nothing under them yet: theirs as long as they are here. */
  readonly #drawn = new Map<number, PersonId>();

  private constructor(database: Database, document: number, owners: Map<number, PersonId>) {
    this.#database = database;
    this.#document = document;
    this.#owners = owners;
  }

  static async load(database: Database, document: number): Promise<ClientIds> {
    const rows = await database.query
      .selectFrom('client_ids')
      .select(['client_id', 'person'])
      .where('document', '=', document)
      .execute();
    return new ClientIds(
      database,
      document,
      new Map(rows.map((row) => [row.client_id, row.person])),
    );
  }

  ownerOf(client: number): PersonId | undefined {
    return this.#owners.get(client);
  }

  /** A fresh random id, durable before it is given out. `isUsed` knows ids that bear structs already. */
  async issue(person: PersonId, isUsed: (client: number) => boolean): Promise<number> {
    for (;;) {
      const client = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      if (client === 0 || this.#owners.has(client) || this.#drawn.has(client)) continue;
      if (isUsed(client)) continue;
      // Taken at once, so that two requests under way never draw the same one.
      this.#owners.set(client, person);
      try {
        await this.#database.transact([this.#statement(client, person)]);
      } catch (error) {
        this.#owners.delete(client);
        throw error;
      }
      return client;
    }
  }

  /** Whether somebody may have an unbound id from now on: nobody else drew it before. */
  draw(client: number, person: PersonId): boolean {
    const drawn = this.#drawn.get(client) ?? person;
    if (drawn === person) this.#drawn.set(client, person);
    return drawn === person;
  }

  release(clients: Iterable<number>): void {
    for (const client of clients) this.#drawn.delete(client);
  }

  /** Binds an id that a stock client drew itself; the statement goes into the append of its first change. */
  bind(client: number, person: PersonId): CompiledQuery {
    this.#owners.set(client, person);
    return this.#statement(client, person);
  }

  #statement(client: number, person: PersonId): CompiledQuery {
    return this.#database.query
      .insertInto('client_ids')
      .values({ document: this.#document, client_id: client, person })
      .compile();
  }
}
