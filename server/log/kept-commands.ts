/**
 * What is kept of commands beside the log, to answer a retry with, compared with
 * the entries that they made. Entries of before they named id and answer vouch
 * for who and which entry alone.
 */
import type { Connection } from '../storage/connection.ts';
import { EntryKind, type StoredEntry } from './entry.ts';
import { decodePayload, type Note, PayloadError } from './payload.ts';

interface KeptCommand {
  readonly seq: number;
  readonly actor: number;
  readonly id: string;
  readonly result: string;
}

export class KeptCommands {
  /** Those whose entry is not reached yet. */
  readonly #kept: Map<number, KeptCommand>;
  /** Seqs with more than one: at most one can be true. */
  readonly #twice = new Set<number>();

  constructor(connection: Connection, document: number) {
    const rows = connection
      .prepare('select seq, actor, command_id as id, result from commands where document = ?')
      .all(document)
      .filter(isKept);
    this.#kept = new Map(rows.map((row) => [row.seq, row]));
    const seen = new Set<number>();
    for (const { seq } of rows) {
      if (seen.has(seq)) this.#twice.add(seq);
      seen.add(seq);
    }
  }

  /** What is wrong with what is kept of a command that made this entry, a link of the chain; null for nothing. */
  check(entry: StoredEntry): string | null {
    const kept = this.#kept.get(entry.seq);
    this.#kept.delete(entry.seq);
    if (entry.kind !== EntryKind.command) return kept ? NOT_BY_IT : null;
    const { id, answer } = noteOf(entry) ?? {};
    if (!kept) return typeof id === 'string' ? 'what is kept of its command is missing' : null;
    if (kept.actor !== entry.actor || this.#twice.has(entry.seq)) return NOT_BY_IT;
    if (id === undefined) return null;
    if (kept.id !== id) return NOT_BY_IT;
    return kept.result === JSON.stringify(answer)
      ? null
      : 'the answer kept of its command is another';
  }

  /** The first entry that a command is said to have made and that did not come; null where all came. */
  get lost(): number | null {
    const seqs = [...this.#kept.keys()];
    return seqs.length === 0 ? null : Math.min(...seqs);
  }
}

const NOT_BY_IT = 'the command that is said to have made it did not';

function noteOf(entry: StoredEntry): Note | null {
  try {
    return decodePayload(entry.payload).note;
  } catch (error) {
    // Whoever applies its update says so.
    if (error instanceof PayloadError) return null;
    throw error;
  }
}

function isKept(row: unknown): row is KeptCommand {
  return (
    typeof row === 'object' &&
    row !== null &&
    'seq' in row &&
    'actor' in row &&
    'id' in row &&
    'result' in row
  );
}
