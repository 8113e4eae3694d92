/** The record as one plain state, with the pending commands' outcomes laid over what the server said. */
import type { Place } from '../../domain/command/place.ts';
import type { RecordState } from '../../domain/record/state.ts';
import type { Refusal } from '../../domain/refusal.ts';

export interface Done {
  readonly seq: number;
  readonly answer: Readonly<Record<string, string | number>>;
  /** "Claim marked", for the message. */
  readonly done: string;
  /** Whether `undo()` can take it back. */
  readonly undoable: boolean;
}

export interface PendingClaim {
  readonly claimId: string;
  readonly place: Place;
}

export interface RecordStore {
  subscribe(listener: () => void): () => void;
  getState(): RecordState;
}
export type { Refusal };
