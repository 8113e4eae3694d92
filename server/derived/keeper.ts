/**
 * Keeps one kind of derived rows in step with an open document. Derives in the
 * room's turn and in small slices, so that a large document never holds its
 * people up, and writes only what has become durable.
 */
import type { Logger } from 'pino';
import type { PersonId } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';
import type { Room } from '../sync/room.ts';
import type { Batch, Derived } from './derived.ts';
import { isUpToDate, stampStatement } from './stamp.ts';

export interface KeeperOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly room: Room;
  readonly owner: PersonId | null;
}

/** The longest that deriving holds up a room, in ms. */
const SLICE_MS = 8;

/** How soon what could not be written is tried again, in ms. */
const RETRY_MS = 10_000;

export class Keeper {
  readonly #options: KeeperOptions;
  readonly #derived: Derived;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #behind = false;
  #stopped = false;

  constructor(derived: Derived, options: KeeperOptions) {
    this.#derived = derived;
    this.#options = options;
  }

  /** Looks whether the rows that are there can be trusted, and derives them where they cannot. */
  async begin(): Promise<void> {
    const { database, room } = this.#options;
    if (await isUpToDate(database, room.document.id, this.#derived.name)) return;
    this.#derived.all();
    this.changed();
    await this.caughtUp();
  }

  /** Something was applied. */
  changed(): void {
    this.#behind = true;
    this.#timer ??= setTimeout(() => void this.caughtUp(), this.#derived.delay);
  }

  peopleChanged(): void {
    this.#derived.peopleChanged();
    this.changed();
  }

  /** The document as it is in memory is not to be trusted, or not the newest any more. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** Resolves when the rows are those of the record, or cannot be written now. */
  async caughtUp(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#behind && !this.#stopped) {
      this.#running ??= this.#run().finally(() => {
        this.#running = null;
      });
      if (!(await this.#running.then(() => true, this.#failed))) return;
    }
  }

  readonly #failed = (error: unknown): boolean => {
    const { log, room } = this.#options;
    log.warn(
      { document: room.document.publicId, derived: this.#derived.name, err: error },
      'cannot keep derived rows',
    );
    if (!this.#stopped) {
      this.#timer ??= setTimeout(() => void this.caughtUp(), RETRY_MS);
      this.#timer.unref();
    }
    return false;
  };

  async #run(): Promise<void> {
    this.#behind = false;
    for (;;) {
      const taken = await this.#take();
      // The room is closed for good: what it lost is derived when it is opened again.
      if (!taken) return;
      const { batch, seq } = taken;
      const { database, room, owner } = this.#options;
      try {
        await batch.write(
          batch.last
            ? [stampStatement(database, room.document.id, this.#derived.name, { seq, owner })]
            : [],
        );
      } catch (error) {
        batch.dropped();
        this.#behind = true;
        throw error;
      }
      if (batch.last) return;
    }
  }

  /** A batch, once all that it was derived from is durable; null where it never will be. */
  #take(): Promise<{ batch: Batch; seq: number } | null> {
    const { room } = this.#options;
    return new Promise((resolve) => {
      const take = (): void => {
        const batch = this.#derived.take(SLICE_MS);
        room.afterThis(
          (seq) => resolve({ batch, seq }),
          () => resolve(null),
        );
      };
      // Nothing happens in a closed room any more; what it applied may still be kept.
      room.inTurn(take, () => (this.#stopped ? resolve(null) : take()));
    });
  }
}
