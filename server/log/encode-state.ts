/**
 * Makes a snapshot's bytes in the reading thread, from the log and not from a
 * room's memory: what is stored is what a replay gives. The bytes are read back
 * and compared before anybody relies on them.
 */
import * as Y from 'yjs';
import type { Connection } from '../storage/connection.ts';
import { sameBytes, sha256 } from './chain.ts';
import { LogDamaged } from './damage.ts';
import { readDocument } from './read-document.ts';
import { stateDigest } from './state-digest.ts';

export interface EncodedState {
  /** The last entry that it contains. */
  readonly seq: number;
  readonly state: Uint8Array;
  /** SHA-256 of `state`, hex. */
  readonly bytes: string;
  /** The digest of its meaning, hex. */
  readonly content: string;
  /** The Yjs state vector, base64. */
  readonly vector: string;
}

/** Null where nothing changed since the newest sound snapshot. */
export function encodeState(connection: Connection, document: number): EncodedState | null {
  const { state: snapshot, updates, lengths, seq } = readDocument(connection, { document });
  if (lengths.length === 0) return null;
  const doc = new Y.Doc();
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot);
    let at = 0;
    for (const length of lengths) {
      Y.applyUpdate(doc, updates.subarray(at, at + length));
      at += length;
    }
  });
  if (isPending(doc)) throw new LogDamaged(document, seq, 'it builds on what no entry holds');
  const state = Y.encodeStateAsUpdate(doc);
  const content = stateDigest(doc);
  if (!sameBytes(stateDigest(docOf(state)), content)) {
    throw new Error(`The snapshot of document ${document} reads back as something else`);
  }
  return {
    seq,
    state,
    bytes: hex(sha256(state)),
    content: hex(content),
    vector: Buffer.from(Y.encodeStateVector(doc)).toString('base64'),
  };
}

/** Whether Yjs waits for something that never came. */
export function isPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

export function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
