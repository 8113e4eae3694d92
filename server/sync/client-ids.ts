/**
 * Which person a Yjs client id of one document belongs to. An id is bound once
 * and for good: structs under it are that person's, so nobody can write as
 * another or squat an id that somebody will use.
 */
import type { PersonId } from '../../domain/id.ts';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../storage/database.ts';
import { isDiskFailure } from '../storage/disk-failure.ts';
import type { DiskWatch } from './disk-watch.ts';
import { bindingOf, type UnsavedIds } from './unsaved-ids.ts';

export interface ClientIdsOptions {
  readonly database: Database;
  readonly disk: DiskWatch;
  readonly unsaved: UnsavedIds;
}

export class ClientIds {
  readonly #options: ClientIdsOptions;
  readonly #document: number;
  readonly #owners: Map<number, PersonId>;
  /** Drawn by stock clients who have written nothing under them yet: theirs as long as they are here. */
  readonly #drawn = new Map<number, PersonId>();

  private constructor(options: ClientIdsOptions, document: number, owners: Map<number, PersonId>) {
    this.#options = options;
    this.#document = document;
    this.#owners = owners;
  }

  static async load(options: ClientIdsOptions, document: number): Promise<ClientIds> {
    const rows = await options.database.query
      .selectFrom('client_ids')
      .select(['client_id', 'person'])
      .where('document', '=', document)
      .execute();
    const saved = rows.map((row) => [row.client_id, row.person] as const);
    return new ClientIds(options, document, new Map([...options.unsaved.of(document), ...saved]));
  }

  ownerOf(client: number): PersonId | undefined {
    return this.#owners.get(client);
  }

  /** Whether a change under this id has to bring its row along: unknown yet, or given out while nothing could be saved. */
  needsBinding(client: number): boolean {
    return !this.#owners.has(client) || this.#options.unsaved.of(this.#document).has(client);
  }

  /**
   * A fresh random id, durable before it is given out; while the disk takes no
   * writes, kept in memory instead. `isUsed` knows ids that bear structs already.
   */
  async issue(person: PersonId, isUsed: (client: number) => boolean): Promise<number> {
    for (;;) {
      const client = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      if (client === 0 || this.#owners.has(client) || this.#drawn.has(client)) continue;
      if (isUsed(client)) continue;
      // Taken at once, so that two requests under way never draw the same one.
      this.#owners.set(client, person);
      try {
        await this.#options.database.transact([this.#statement(client, person)]);
      } catch (error) {
        if (!isDiskFailure(error)) {
          this.#owners.delete(client);
          throw error;
        }
        this.#options.disk.failed(error);
        this.#options.unsaved.add(this.#document, client, person);
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
    return bindingOf(this.#options.database, this.#document, client, person);
  }
}
