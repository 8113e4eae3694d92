/**
 * What is kept for a document beside its log, because it is quicker to read:
 * snapshots, and how far the work is. Losing either loses nothing, so a failure
 * is noted and harms nobody.
 */
import type { Logger } from 'pino';
import { writeSnapshot } from '../log/snapshot.ts';
import type { Database } from '../storage/database.ts';
import type { Room } from './room.ts';
import { summarise } from './summary.ts';

export interface UpkeepOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly room: Room;
  readonly now: () => number;
  /** Entries up to here are in a snapshot. */
  readonly snapshotSeq: number;
  readonly snapshotEvery?: number;
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

  constructor(options: UpkeepOptions) {
    this.#options = options;
    this.#snapshotSeq = options.snapshotSeq;
  }

  /** Something was applied. */
  changed(): void {
    const { room, snapshotEvery = SNAPSHOT_EVERY } = this.#options;
    this.#timer ??= setTimeout(() => void this.#summarise(), SUMMARY_AFTER);
    if (room.seq - this.#snapshotSeq >= snapshotEvery) void this.snapshot();
  }

  /** Snapshots what is not in a snapshot yet. */
  async snapshot(): Promise<void> {
    const { database, log, room, now } = this.#options;
    if (this.#snapshotting || room.seq <= this.#snapshotSeq) return;
    this.#snapshotting = true;
    try {
      const seq = await writeSnapshot(database, { document: room.document.id, at: now() });
      this.#snapshotSeq = seq ?? room.seq;
    } catch (error) {
      // The log itself is whole; loading only takes longer.
      log.warn({ document: room.document.publicId, err: error }, 'cannot write a snapshot');
    } finally {
      this.#snapshotting = false;
    }
  }

  /** The room has closed and all it applied is durable. */
  async end(): Promise<void> {
    await this.#summarise();
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
      log.warn({ document: room.document.publicId, err: error }, 'cannot keep the summary');
    }
  }
}
