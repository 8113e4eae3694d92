/** What the parts of the server that take time or say no tell whoever measures. Ids of documents and people are no part of it. */
import type { RefusalCode } from '../../domain/refusal.ts';

export interface Meters {
  /** One append of a room became durable: how long it took, and how many changes it carried. */
  committed(ms: number, changes: number): void;
  /** Something was refused, at the door or in a room. */
  refused(code: RefusalCode): void;
  /** A document was read into memory. */
  loaded(ms: number): void;
  snapshotWritten(ms: number): void;
  /** A room could not be kept and ended. */
  roomLost(): void;
}

/** Where nobody measures. */
export const noMeters: Meters = {
  committed() {},
  refused() {},
  loaded() {},
  snapshotWritten() {},
  roomLost() {},
};
