/** Files that somebody is importing: kept for a day, for them alone, and not many of them. */
import type { PersonId } from '../../domain/id.ts';
import type { ImportDraft } from '../../domain/import/preview.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { newId } from '../accounts/token.ts';
import { createTurn } from '../accounts/turn.ts';
import { RefusedError } from '../refused-error.ts';
import type { Database } from '../storage/database.ts';

export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const HOUR = 3_600_000;

/** How much may wait to be finished. */
export type DraftLimits = Readonly<
  Record<
    'importDrafts' | 'importDraftsBytes' | 'importDraftsHours' | 'allImportDraftsBytes',
    number
  >
>;

const shown = ['id', 'name', 'size', 'created_at', 'expires_at'] as const;

export class ImportDrafts {
  readonly #database: Database;
  readonly #now: () => number;
  /** What is counted still holds when the row is written. */
  readonly #inTurn = createTurn();

  readonly #limits: DraftLimits;

  constructor(database: Database, now: () => number, bounds: DraftLimits = limits) {
    this.#database = database;
    this.#now = now;
    this.#limits = bounds;
  }

  /** `person`'s, the newest first. */
  async list(person: PersonId): Promise<ImportDraft[]> {
    const rows = await this.#database.query
      .selectFrom('import_drafts')
      .select(shown)
      .where('person', '=', person)
      .where('expires_at', '>', this.#now())
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map(present);
  }

  /** With its bytes. Rejects where there is none of this person's. */
  async find(person: PersonId, id: string): Promise<Draft & { readonly shown: ImportDraft }> {
    const row = await this.#database.query
      .selectFrom('import_drafts')
      .selectAll()
      .where('id', '=', id)
      .where('person', '=', person)
      .where('expires_at', '>', this.#now())
      .executeTakeFirst();
    if (row) return { id: row.id, name: row.name, bytes: row.bytes, shown: present(row) };
    throw new RefusedError(
      refuse(
        'not-found',
        'This import is gone: a document was made of it, it was discarded, or a day has passed. Import the file again.',
      ),
    );
  }

  /** Rejects where there is no room. What is too old goes first. */
  async keep(
    person: PersonId,
    { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
    signal: AbortSignal,
  ): Promise<string> {
    return this.#inTurn(async () => {
      const { query } = this.#database;
      const now = this.#now();
      await query.deleteFrom('import_drafts').where('expires_at', '<=', now).execute();
      const refused = await this.#noRoom(person, bytes.length);
      if (refused) throw new RefusedError(refused);
      signal.throwIfAborted();
      const id = newId();
      await query
        .insertInto('import_drafts')
        .values({
          id,
          person,
          name,
          bytes,
          size: bytes.length,
          created_at: now,
          expires_at: now + this.#limits.importDraftsHours * HOUR,
        })
        .execute();
      return id;
    });
  }

  async discard(person: PersonId, id: string): Promise<void> {
    await this.#database.query
      .deleteFrom('import_drafts')
      .where('id', '=', id)
      .where('person', '=', person)
      .execute();
  }

  async #noRoom(person: PersonId, bytes: number): Promise<Refusal | null> {
    const rows = await this.#database.query
      .selectFrom('import_drafts')
      .select((build) => [
        'person',
        build.fn.count<number>('id').as('count'),
        build.fn.sum<number>('size').as('size'),
      ])
      .groupBy('person')
      .execute();
    const mine = rows.find((row) => row.person === person);
    const all = rows.reduce((sum, row) => sum + Number(row.size), 0);
    if (
      Number(mine?.count ?? 0) >= this.#limits.importDrafts ||
      Number(mine?.size ?? 0) + bytes > this.#limits.importDraftsBytes
    ) {
      return refuse(
        'conflict',
        'You have several imports that are not finished. Finish or discard one of them, then import this file. Nothing of it was kept.',
      );
    }
    return all + bytes > this.#limits.allImportDraftsBytes
      ? refuse(
          'unavailable',
          'Too many imports of this workspace are not finished. Try again later; nothing was kept.',
        )
      : null;
  }
}

function present(row: {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly created_at: number;
  readonly expires_at: number;
}): ImportDraft {
  const { id, name, size, created_at, expires_at } = row;
  return { id, name, bytes: size, createdAt: created_at, expiresAt: expires_at };
}
