/**
 * The proof behind `verify`: reads a document's log from its first entry, checks
 * every link of the chain, replays every update and compares every snapshot with
 * what the replay gives at its place. In the reading thread, a page at a time.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Connection } from '../storage/connection.ts';
import { StorageError } from '../storage/errors.ts';
import { GENESIS, sha256 } from './chain.ts';
import { type ChainPosition, follow } from './chain-check.ts';
import { LogDamaged } from './damage.ts';
import { docOf, hex, isPending } from './encode-state.ts';
import { KeptCommands } from './kept-commands.ts';
import { bearsUpdate, EntryKind, type StoredEntry } from './entry.ts';
import { updateOf } from './read-document.ts';
import type { ReadContext } from './read-tasks.ts';
import { lastSeq, readEntries, readEntry, readSnapshotEntries } from './rows.ts';
import { decodeSnapshotNote } from './snapshot-note.ts';
import { stateDigest } from './state-digest.ts';
import type { RowSays, Verification } from './verification.ts';

const PAGE = 1_000;

export async function replayAndCompare(
  context: ReadContext,
  document: number,
): Promise<Verification> {
  const { connection } = context;
  try {
    const replay = new Replay(connection, document);
    while (!replay.finished) {
      if (context.isCancelled()) throw new StorageError('cancelled', 'Verifying was stopped');
      replay.page();
      context.progress(replay.seq, replay.upTo);
      await nextTurn();
    }
    return replay.conclude();
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    const { seq, problem } = error;
    return { ok: false, seq, problem, entry: whatItSays(connection, document, seq) };
  }
}

class Replay {
  readonly upTo: number;
  readonly #connection: Connection;
  readonly #document: number;
  readonly #doc = new Y.Doc();
  /** Moments that a snapshot claims to hold. */
  readonly #moments: Set<number>;
  /** Moments with a snapshot that no entry has vouched for yet. */
  readonly #unvouched: Set<number>;
  /** What the replay gave at each moment passed, hex. */
  readonly #digests = new Map<number, string>();
  readonly #commands: KeptCommands;
  #position: ChainPosition = { seq: 0, hash: GENESIS };
  #lineage = '';
  #from = 0;
  #to = 0;
  readonly #compared: number[] = [];

  constructor(connection: Connection, document: number) {
    this.#connection = connection;
    this.#document = document;
    // One read transaction for what must agree; later entries are not our concern.
    connection.prepare('begin').run();
    try {
      this.upTo = lastSeq(connection, document);
      const stored = numbers(connection, 'select seq from snapshots where document = ?', document);
      const notes = readSnapshotEntries(connection, document, 0).map(
        (entry) => decodeSnapshotNote(entry.payload)?.of,
      );
      this.#unvouched = new Set(stored);
      this.#moments = new Set([...stored, ...notes.filter((of) => of !== undefined)]);
      this.#commands = new KeptCommands(connection, document);
    } finally {
      connection.prepare('commit').run();
    }
    if (this.upTo === 0) throw new LogDamaged(document, 1, 'it is missing');
  }

  get seq(): number {
    return this.#position.seq;
  }

  get finished(): boolean {
    return this.seq === this.upTo;
  }

  page(): void {
    const after = this.seq;
    const entries = readEntries(this.#connection, this.#document, {
      after,
      upTo: this.upTo,
      limit: PAGE,
    });
    if (entries.length === 0) throw this.#damaged(after + 1, 'it is missing');
    let batch: StoredEntry[] = [];
    for (const entry of entries) {
      this.#position = follow(this.#document, this.#position, entry);
      this.#lineage = entry.lineage;
      if (entry.seq === 1) this.#from = entry.at;
      this.#to = entry.at;
      const problem = this.#commands.check(entry);
      if (problem !== null) throw this.#damaged(entry.seq, problem);
      batch.push(entry);
      if (this.#moments.has(entry.seq)) {
        this.#apply(batch);
        batch = [];
        this.#digests.set(entry.seq, hex(stateDigest(this.#doc)));
      }
      if (entry.kind === EntryKind.snapshot) this.#compare(entry);
    }
    this.#apply(batch);
  }

  conclude(): Verification {
    const [unvouched] = this.#unvouched;
    if (unvouched !== undefined) {
      throw this.#damaged(unvouched, 'no entry vouches for the snapshot taken after it');
    }
    const { lost } = this.#commands;
    if (lost !== null) throw this.#damaged(lost, 'a command was carried out by it: it is missing');
    const lineage = this.#connection
      .prepare('select lineage from documents where id = ?')
      .pluck()
      .get(this.#document);
    if (lineage !== this.#lineage) {
      throw this.#damaged(this.upTo, 'its lineage is not the one that the document has');
    }
    return {
      ok: true,
      entries: this.upTo,
      from: this.#from,
      to: this.#to,
      lineage: this.#lineage,
      snapshots: this.#compared,
      head: hex(this.#position.hash),
    };
  }

  /** One transaction for many updates is several times faster than one for each. */
  #apply(entries: readonly StoredEntry[]): void {
    this.#doc.transact(() => {
      for (const entry of entries) {
        if (!bearsUpdate(entry.kind)) continue;
        for (const update of updateOf(this.#document, entry)) this.#applyOne(entry.seq, update);
      }
    });
  }

  #applyOne(seq: number, update: Uint8Array): void {
    try {
      Y.applyUpdate(this.#doc, update);
    } catch {
      throw this.#damaged(seq, 'Yjs cannot read its update');
    }
    if (isPending(this.#doc)) throw this.#damaged(seq, 'it builds on what no earlier entry holds');
  }

  /** `entry` is a link of the chain by now, so what it names is what was written. */
  #compare(entry: StoredEntry): void {
    const note = decodeSnapshotNote(entry.payload);
    const digest = note ? this.#digests.get(note.of) : undefined;
    if (!note || digest !== note.content) {
      throw this.#damaged(entry.seq, 'the snapshot that it names is not what the replay gives');
    }
    this.#compared.push(note.of);
    if (!this.#unvouched.delete(note.of)) return;
    const row = this.#connection
      .prepare('select state, lineage from snapshots where document = ? and seq = ?')
      .raw()
      .get(this.#document, note.of);
    // Dropped by retention since we began.
    if (row === undefined) return;
    const [state, lineage]: unknown[] = Array.isArray(row) ? row : [];
    if (!(state instanceof Uint8Array) || hex(sha256(state)) !== note.bytes) {
      throw this.#damaged(note.of, 'the snapshot taken after it is not what was written');
    }
    // Both were written at once.
    if (lineage !== entry.lineage) {
      throw this.#damaged(note.of, 'the snapshot taken after it has another lineage');
    }
    if (this.#digestOf(note.of, state) !== digest) {
      throw this.#damaged(note.of, 'the snapshot taken after it is not what the replay gives');
    }
  }

  #digestOf(moment: number, state: Uint8Array): string {
    try {
      return hex(stateDigest(docOf(state)));
    } catch {
      throw this.#damaged(moment, 'Yjs cannot read the snapshot taken after it');
    }
  }

  #damaged(seq: number, problem: string): LogDamaged {
    return new LogDamaged(this.#document, seq, problem);
  }
}

/** What stands in a row that does not hold, for whoever looks into it; null where there is none to read. */
function whatItSays(connection: Connection, document: number, seq: number): RowSays | null {
  try {
    const entry = readEntry(connection, document, seq);
    return entry ? { at: entry.at, actor: entry.actor, kind: entry.kind } : null;
  } catch (error) {
    if (error instanceof LogDamaged) return null;
    throw error;
  }
}

function numbers(connection: Connection, query: string, document: number): number[] {
  return connection
    .prepare(query)
    .pluck()
    .all(document)
    .filter((value) => typeof value === 'number');
}
