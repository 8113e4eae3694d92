/**
 * Between a room and the log: collects what was applied, appends it, and only
 * then lets anybody hear of it. One append is under way at a time; what comes
 * meanwhile forms the next one, which is the group commit of a room.
 */
import type { CompiledQuery } from 'kysely';
import * as Y from 'yjs';
import type { PersonId } from '../../domain/id.ts';
import type { EntryKind, NewEntry } from '../log/entry.ts';
import { encodePayload, type Note } from '../log/payload.ts';
import type { Meters } from '../metrics/meters.ts';
import type { Database } from '../storage/database.ts';

/** What a command tells its sender beside its place in the log. */
export type Answer = Readonly<Record<string, string | number>>;

interface CommandGiven {
  readonly id: string;
  readonly answer: Answer;
}

/** One applied change, waiting to become durable. */
export interface Change {
  readonly actor: PersonId;
  readonly kind: EntryKind;
  readonly at: number;
  /** The server's own `update` bytes; empty where the text and record did not change. */
  readonly updates: readonly Uint8Array[];
  /** What the log keeps beside the bytes: a command, the reason of a repair. */
  readonly note?: Note;
  readonly command?: CommandGiven;
  readonly statements?: readonly CompiledQuery[];
  /** Runs once durable, after the frame that carries the bytes went out. */
  readonly durable?: (seq: number) => void;
  /** Runs instead if it could not be appended. */
  readonly lost?: () => void;
}

/** A point in the order of changes: its `durable` runs when all before it are. */
type Waiting = Change | { readonly durable: (seq: number) => void; readonly lost?: () => void };

export interface JournalOptions {
  readonly database: Database;
  readonly document: number;
  readonly lineage: string;
  readonly term: number;
  readonly seq: number;
  /** Hears the bytes of one commit, merged. */
  readonly broadcast: (update: Uint8Array) => void;
  /** The append failed: everything since the last durable entry is lost to this room. */
  readonly failed: (error: unknown) => void;
  readonly meters: Pick<Meters, 'committed'>;
}

export class Journal {
  readonly #options: JournalOptions;
  #waiting: Waiting[] = [];
  #flushing = false;
  #failed = false;
  #seq: number;
  #idle: (() => void)[] = [];

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#seq = options.seq;
  }

  /** The last durable entry. */
  get seq(): number {
    return this.#seq;
  }

  get busy(): boolean {
    return this.#flushing || this.#waiting.length > 0;
  }

  add(change: Change): void {
    this.#waiting.push(change);
    if (this.#failed) this.#dropWaiting();
  }

  /** Runs `durable` as soon as everything added so far is durable. */
  after(durable: (seq: number) => void, lost?: () => void): void {
    this.#waiting.push(lost ? { durable, lost } : { durable });
    if (this.#failed) this.#dropWaiting();
  }

  #dropWaiting(): void {
    for (const waiting of this.#waiting.splice(0)) waiting.lost?.();
  }

  /** Resolves when nothing waits any more (or the journal has failed). */
  settled(): Promise<void> {
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Starts appending what waits; called whenever the room's queue has run dry. */
  flush(): void {
    if (this.#flushing || this.#failed) return;
    void this.#appendAll();
  }

  async #appendAll(): Promise<void> {
    this.#flushing = true;
    while (this.#waiting.length > 0 && !this.#failed) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#append(batch);
      } catch (error) {
        this.#failed = true;
        this.#options.failed(error);
        this.#waiting.unshift(...batch);
        this.#dropWaiting();
      }
    }
    this.#flushing = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #append(batch: readonly Waiting[]): Promise<void> {
    const { groups, entries, statements } = toEntries(batch);
    let before = this.#seq;
    if (entries.length > 0) {
      const { database, document, lineage, term } = this.#options;
      const began = performance.now();
      const appended = await database.append({ document, lineage, term, entries, statements });
      // Not always the next one after ours: a snapshot is an entry too, and is appended beside the room.
      before = appended.firstSeq - 1;
      this.#seq = appended.lastSeq;
      this.#options.meters.committed(performance.now() - began, batch.length);
    }
    const updates = batch.flatMap((waiting) => ('updates' in waiting ? waiting.updates : []));
    const update = merged(updates);
    if (update) this.#options.broadcast(update);
    batch.forEach((waiting, index) => {
      waiting.durable?.(before + (groups[index] ?? 0));
    });
  }
}

/** With its id and its answer, so that the log vouches for what is kept to answer a retry with. */
function noteOfCommand(note: Note | undefined, { id, answer }: CommandGiven): Note {
  return { ...note, id, answer };
}

/**
 * The entries of a batch. Text that one person wrote without anybody between
 * becomes one entry. `groups[i]` is how many entries are durable once
 * `batch[i]` is.
 */
function toEntries(batch: readonly Waiting[]): {
  groups: number[];
  entries: NewEntry[];
  statements: CompiledQuery[];
} {
  const groups: number[] = [];
  const entries: NewEntry[] = [];
  const statements: CompiledQuery[] = [];
  let run: Change[] = [];
  const close = (): void => {
    const [first] = run;
    if (!first) return;
    const last = run.at(-1) ?? first;
    entries.push({
      at: last.at,
      actor: first.actor,
      kind: first.kind,
      payload: encodePayload({
        note: first.command ? noteOfCommand(first.note, first.command) : (first.note ?? null),
        update: merged(run.flatMap((change) => change.updates)),
      }),
      ...(first.command
        ? { command: { id: first.command.id, result: JSON.stringify(first.command.answer) } }
        : {}),
    });
    run = [];
  };
  for (const waiting of batch) {
    if ('kind' in waiting) {
      const open = run[0];
      const joins =
        open &&
        open.kind === waiting.kind &&
        open.actor === waiting.actor &&
        mayJoin(open) &&
        mayJoin(waiting);
      if (!joins) close();
      run.push(waiting);
      statements.push(...(waiting.statements ?? []));
    }
    // The open run counts: its entry is durable together with the batch.
    groups.push(entries.length + (run.length > 0 ? 1 : 0));
  }
  close();
  return { groups, entries, statements };
}

function mayJoin(change: Change): boolean {
  return change.command === undefined && change.note === undefined && change.updates.length > 0;
}

/** Updates that follow one another as one; null where there are none. */
function merged(updates: readonly Uint8Array[]): Uint8Array | null {
  const [first] = updates;
  if (!first) return null;
  return updates.length === 1 ? first : Y.mergeUpdates([...updates]);
}
