/**
 * Gives entries their place in the chain. It lives in the writing thread, inside
 * the transaction of the batch, and is the only one that writes `log` and `commands`.
 */
import { randomFillSync } from 'node:crypto';
import { entryHash, GENESIS, SALT_BYTES } from '../log/chain.ts';
import type { NewEntry } from '../log/entry.ts';
import type { Connection } from './connection.ts';
import { CommandRepeated, StorageError } from './errors.ts';
import type { PlainStatement } from './statement.ts';

export interface PlainAppend {
  readonly document: number;
  readonly lineage: string;
  readonly term: number;
  readonly entries: readonly NewEntry[];
  readonly statements: readonly PlainStatement[];
}

export interface Appended {
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** The hash of the last entry. */
  readonly head: Uint8Array;
}

interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
}

const HEADS_KEPT = 10_000;

export class Appender {
  readonly #connection: Connection;
  /** Heads as they are on the disk. */
  readonly #durable = new Map<number, Head>();
  /** Heads as this batch would leave them. */
  readonly #pending = new Map<number, Head>();
  readonly #closedTerms = new Set<number>();
  readonly #salts = new SaltPool();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Call it inside a savepoint, roll that back when this throws, and then close
   * the term. The statements run first: a document's row comes before its entries.
   */
  append(request: PlainAppend): Appended {
    if (this.#closedTerms.has(request.term)) {
      throw new StorageError('term-closed', 'An earlier change of this room was not saved');
    }
    if (request.entries.length === 0) throw new StorageError('failed', 'Nothing to append');
    for (const statement of request.statements) this.#connection.run(statement);
    this.#checkLineage(request);
    const first = this.#head(request.document);
    let head = first;
    for (const entry of request.entries) head = this.#insert(request, head, entry);
    this.#pending.set(request.document, head);
    return { firstSeq: first.seq + 1, lastSeq: head.seq, head: head.hash };
  }

  /** An append of this term failed for good: refuse all that follow. */
  closeTerm(term: number): void {
    this.#closedTerms.add(term);
  }

  committed(): void {
    if (this.#durable.size > HEADS_KEPT) this.#durable.clear();
    for (const [document, head] of this.#pending) this.#durable.set(document, head);
    this.#pending.clear();
  }

  rolledBack(): void {
    // A failed commit leaves nothing certain: the next append reads the head again.
    for (const document of this.#pending.keys()) this.#durable.delete(document);
    this.#pending.clear();
  }

  #checkLineage(request: PlainAppend): void {
    const lineage = this.#connection
      .prepare('select lineage from documents where id = ?')
      .pluck()
      .get(request.document);
    if (lineage === undefined) {
      throw new StorageError('no-such-document', `There is no document ${request.document}`);
    }
    if (lineage !== request.lineage) {
      throw new StorageError('wrong-lineage', `Document ${request.document} has another lineage`);
    }
  }

  #head(document: number): Head {
    const known = this.#pending.get(document) ?? this.#durable.get(document);
    if (known) return known;
    const row = this.#connection
      .prepare('select seq, hash from log where document = ? order by seq desc limit 1')
      .get(document);
    return isHead(row) ? row : { seq: 0, hash: GENESIS };
  }

  #insert(request: PlainAppend, head: Head, entry: NewEntry): Head {
    const { document, lineage } = request;
    const { at, actor, kind, payload, command } = entry;
    const seq = head.seq + 1;
    const salt = this.#salts.take();
    const hash = entryHash(head.hash, { lineage, document, seq, at, actor, kind, salt, payload });
    if (command) this.#claimCommand(document, actor, command.id, seq, command.result);
    this.#connection
      .prepare(
        'insert into log (document, lineage, seq, at, actor, kind, salt, payload, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(document, lineage, seq, at, actor, kind, salt, payload, hash);
    return { seq, hash };
  }

  #claimCommand(document: number, actor: number, id: string, seq: number, result: string): void {
    const { changes } = this.#connection
      .prepare(
        'insert into commands (document, actor, command_id, seq, result) values (?, ?, ?, ?, ?) on conflict do nothing',
      )
      .run(document, actor, id, seq, result);
    if (changes === 1) return;
    const first = this.#connection
      .prepare(
        'select command_id as commandId, seq, result from commands where document = ? and actor = ? and command_id = ?',
      )
      .get(document, actor, id);
    if (!isFirstResult(first)) throw new StorageError('constraint', 'A command could not be kept');
    throw new CommandRepeated(first);
  }
}

/** Random bytes are dear by the call and cheap by the byte. */
class SaltPool {
  readonly #bytes = new Uint8Array(SALT_BYTES * 256);
  #used = this.#bytes.length;

  take(): Uint8Array {
    if (this.#used === this.#bytes.length) {
      randomFillSync(this.#bytes);
      this.#used = 0;
    }
    const salt = this.#bytes.slice(this.#used, this.#used + SALT_BYTES);
    this.#used += SALT_BYTES;
    return salt;
  }
}

function isHead(row: unknown): row is Head {
  return typeof row === 'object' && row !== null && 'seq' in row && 'hash' in row;
}

function isFirstResult(row: unknown): row is { commandId: string; seq: number; result: string } {
  return typeof row === 'object' && row !== null && 'commandId' in row && 'result' in row;
}
