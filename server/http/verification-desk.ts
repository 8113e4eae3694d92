/** The verifications of this server that people wait for: few at once, and whoever asked can ask how far one is. */
import { refuse } from '../../domain/refusal.ts';
import type { Verification } from '../log/verification.ts';
import { verifyDocument } from '../log/verify.ts';
import { RefusedError } from '../refused-error.ts';
import type { Database } from '../storage/database.ts';

/** They share one thread with the snapshots: more at once would only be slower together. */
const AT_ONCE = 2;

export interface HowFar {
  /** Entries that hold so far, of how many; 0 of 0 until it is known. */
  readonly done: number;
  readonly of: number;
}

export class VerificationDesk {
  readonly #running = new Map<string, HowFar>();

  /** Null where none runs under this key. */
  howFar(key: string): HowFar | null {
    return this.#running.get(key) ?? null;
  }

  /**
   * Throws a `RefusedError` where too many run, or this person verifies this
   * document under the same key already; a StorageError `cancelled` once `signal` says so.
   */
  async run(
    key: string,
    database: Database,
    document: number,
    signal: AbortSignal,
  ): Promise<Verification> {
    if (this.#running.size >= AT_ONCE || this.#running.has(key)) {
      throw new RefusedError(
        refuse('rate-limited', 'Other records are being verified. Try again in a minute.'),
      );
    }
    this.#running.set(key, { done: 0, of: 0 });
    const heard = (done: number, of: number): void => void this.#running.set(key, { done, of });
    try {
      return await verifyDocument(database, document, heard, signal);
    } finally {
      this.#running.delete(key);
    }
  }
}
