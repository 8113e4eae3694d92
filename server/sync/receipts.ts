/** Which commands were carried out already: a retry is answered with the first result and does nothing. */
import type { PersonId } from '../../domain/id.ts';
import type { Result } from '../../domain/protocol/result.ts';
import { findCommand } from '../log/load.ts';
import type { Database } from '../storage/database.ts';
import type { Answer } from './journal.ts';

/** A command that was accepted: its result once durable, null until then. */
export interface Receipt {
  result: Result | null;
}

/** Recent ones in memory; older ones are in the database. */
const KEPT = 2000;

export class Receipts {
  readonly #database: Database;
  readonly #document: number;
  readonly #recent = new Map<string, Receipt>();

  constructor(database: Database, document: number) {
    this.#database = database;
    this.#document = document;
  }

  async find(actor: PersonId, commandId: string): Promise<Receipt | null> {
    const recent = this.#recent.get(`${actor}:${commandId}`);
    if (recent) return recent;
    const found = await findCommand(this.#database, this.#document, actor, commandId);
    if (!found) return null;
    const { seq: _, ...answer } = found.result;
    return { result: { commandId, seq: found.seq, answer: answer as Answer } };
  }

  /** A fresh one, from when the command is applied: it may come again before it is durable. */
  begin(actor: PersonId, commandId: string): Receipt {
    const receipt: Receipt = { result: null };
    this.#recent.set(`${actor}:${commandId}`, receipt);
    const oldest = this.#recent.keys().next().value;
    if (this.#recent.size > KEPT && oldest !== undefined) this.#recent.delete(oldest);
    return receipt;
  }
}
