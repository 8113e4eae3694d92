/**
 * What is kept for a document beside its log, because it is quicker to read:
 * snapshots, how far the work is, and the derived rows. Losing any of them
 * loses nothing, so a failure is noted and harms nobody.
 */
import type { Logger } from 'pino';
import type { PersonId } from '../../domain/id.ts';
import type { Derived } from '../derived/derived.ts';
import { Keeper } from '../derived/keeper.ts';
import { writeSnapshot } from '../log/snapshot.ts';
import type { Meters } from '../metrics/meters.ts';
import type { Database } from '../storage/database.ts';
import type { Room } from './room.ts';
import { summarise } from './summary.ts';

export interface UpkeepOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly room: Room;
  readonly now: () => number;
  readonly meters: Pick<Meters, 'snapshotWritten'>;
  /** Entries up to here are in a snapshot. */
  readonly snapshotSeq: number;
  readonly snapshotEvery?: number;
  readonly derived: readonly Derived[];
  /** The workspace's owner, who has a part in every document. */
  readonly owner: PersonId | null;
}

const SNAPSHOT_EVERY = 500;
/** How long lists may be behind, in ms. */
const SUMMARY_AFTER = 500;

export class Upkeep {
  readonly #options: UpkeepOptions;
  #snapshotSeq: number;
  #snapshotting = false;
  #timer: NodeJS.Timeout | null = null;
  #kept: string | null = null;
  readonly #keepers: readonly Keeper[];

  constructor(options: UpkeepOptions) {
    this.#options = options;
    this.#snapshotSeq = options.snapshotSeq;
    this.#keepers = options.derived.map((derived) => new Keeper(derived, options));
  }

  /** Resolves when all derived rows are those of the document as it was opened. */
  async begin(): Promise<void> {
    await Promise.all(this.#keepers.map((keeper) => keeper.begin()));
  }

  /** Something was applied. */
  changed(): void {
    const { room, snapshotEvery = SNAPSHOT_EVERY } = this.#options;
    this.#timer ??= setTimeout(() => void this.#summarise(), SUMMARY_AFTER);
    if (room.seq - this.#snapshotSeq >= snapshotEvery) void this.snapshot();
    for (const keeper of this.#keepers) keeper.changed();
  }

  /** Somebody has another role or name. */
  peopleChanged(): void {
    for (const keeper of this.#keepers) keeper.peopleChanged();
  }

  /** Resolves when the derived rows are those of the record, or cannot be written now. */
  async caughtUp(): Promise<void> {
    await Promise.all(this.#keepers.map((keeper) => keeper.caughtUp()));
  }

  /** Snapshots what is not in a snapshot yet. */
  async snapshot(): Promise<void> {
    const { database, log, meters, room, now } = this.#options;
    const began = performance.now();
    if (this.#snapshotting || room.seq <= this.#snapshotSeq) return;
    this.#snapshotting = true;
    try {
      const seq = await writeSnapshot(database, { document: room.document.id, at: now() });
      this.#snapshotSeq = seq ?? room.seq;
      meters.snapshotWritten(performance.now() - began);
    } catch (error) {
      // The log itself is whole; loading only takes longer.
      log.warn({ document: room.document.publicId, err: error }, 'cannot write a snapshot');
    } finally {
      this.#snapshotting = false;
    }
  }

  /** What the room holds in memory is not to be kept, or was overtaken: nothing is derived from it any more. */
  lost(): void {
    for (const keeper of this.#keepers) keeper.stop();
  }

  /** The room has closed and all it applied is durable. */
  async end(): Promise<void> {
    await this.#summarise();
    await this.caughtUp();
    this.lost();
  }

  async #summarise(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const { database, log, room } = this.#options;
    const progress = summarise(room.live.state, room.live.anchors());
    if (progress === this.#kept) return;
    this.#kept = progress;
    try {
      const { query } = database;
      const { id } = room.document;
      await database.transact([
        query.updateTable('documents').set({ progress }).where('id', '=', id).compile(),
      ]);
    } catch (error) {
      this.#kept = null;
      log.warn({ document: room.document.publicId, err: error }, 'cannot keep the summary');
    }
  }
}
