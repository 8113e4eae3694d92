/** An open document as the screen sees it; `open-document.ts` makes one. */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Session } from '../sync/session.ts';
import type { ConnectionState, HandedBack, Saved } from '../sync/state.ts';
import type { Readings } from './readings.ts';
import type { RecordStore } from './record-store.ts';

/** One life of the shared document. A clean start makes another, with a higher generation and another Y.Doc. */
export interface LiveDocument {
  /** Key the editor by this. */
  readonly generation: number;
  readonly session: Session;
  readonly doc: Y.Doc;
  readonly text: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly store: RecordStore;
  /** What people have read of the text. */
  readonly readings: Readings;
  /** Holds what comes from the server while an input method composes, for 5 s at most. */
  hold(composing: boolean): void;
}

export interface DocumentSnapshot {
  /** Null until the document is in step with the server for the first time, and when it never came to that. */
  readonly live: LiveDocument | null;
  readonly connection: ConnectionState;
  readonly saved: Saved;
  readonly handedBack: readonly HandedBack[];
  /** False where the browser keeps nothing (private window): a closed tab loses what is not saved. */
  readonly keepsOffline: boolean;
}

/** Fits `useSyncExternalStore`: snapshots are equal by identity until something changed. */
export interface DocumentHandle {
  subscribe(listener: () => void): () => void;
  getSnapshot(): DocumentSnapshot;
  /** After `closed`: a fresh session and a clean start. */
  restart(): void;
  /** Drops words that were handed back. */
  dismiss(id: string): void;
  close(): Promise<void>;
}
