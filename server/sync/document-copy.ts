/** A copy of an open document. */
import * as Y from 'yjs';
import { refuse } from '../../domain/refusal.ts';
import { RefusedError } from '../refused-error.ts';
import { LiveDocument } from './live-document.ts';
import type { Room } from './room.ts';

/** What an export reads: a copy that no later change touches. */
export interface DocumentCopy {
  readonly doc: Y.Doc;
  readonly live: LiveDocument;
  readonly seq: number;
}

/** In its turn and durable. Rejects with a `RefusedError` where the room ends first. */
export function copyOf(room: Room): Promise<DocumentCopy> {
  return new Promise((resolve, reject) => {
    const lost = (): void =>
      reject(new RefusedError(refuse('unavailable', 'This document is being opened again.')));
    room.inTurn(() => {
      const state = Y.encodeStateAsUpdate(room.live.doc);
      room.afterThis((seq) => {
        try {
          const doc = new Y.Doc();
          Y.applyUpdate(doc, state);
          resolve({ doc, live: new LiveDocument(doc, new Map(room.live.people)), seq });
        } catch (error) {
          reject(error);
        }
      }, lost);
    }, lost);
  });
}
