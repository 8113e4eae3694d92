/**
 * The hash chain over a document's log. Whoever changes, drops, adds or moves an
 * entry has to change every later hash too.
 *
 *     hash = SHA-256( "attest-log-1"   12 bytes, ASCII
 *                     previous hash    32 bytes, zeros before the first entry
 *                     lineage          2 bytes length, then UTF-8
 *                     document         8 bytes
 *                     seq              8 bytes
 *                     at               8 bytes
 *                     actor            8 bytes
 *                     kind             2 bytes
 *                     digest           32 bytes, SHA-256( salt ‖ payload ) )
 *
 * Numbers are unsigned and big-endian. The salt has 32 bytes always, so that
 * nothing can move from it into the payload. The payload enters through its
 * digest, so that it can be erased by law and the chain still be checked; the
 * salt keeps a short erased payload from being guessed back.
 */
import { hash } from 'node:crypto';

export const HASH_BYTES = 32;
export const SALT_BYTES = 32;

/** What stands before the first entry. */
export const GENESIS: Uint8Array = new Uint8Array(HASH_BYTES);

const tag = Buffer.from('attest-log-1', 'ascii');

export interface Chained {
  readonly lineage: string;
  readonly document: number;
  readonly seq: number;
  readonly at: number;
  readonly actor: number;
  readonly kind: number;
  readonly salt: Uint8Array;
  readonly payload: Uint8Array;
}

/** The hash of an entry. Throws a RangeError on a salt, lineage or number that the encoding cannot hold. */
export function entryHash(previous: Uint8Array, entry: Chained): Uint8Array {
  if (previous.length !== HASH_BYTES) throw new RangeError(`Hash of ${previous.length} bytes`);
  if (entry.salt.length !== SALT_BYTES) throw new RangeError(`Salt of ${entry.salt.length} bytes`);
  const lineage = Buffer.from(entry.lineage, 'utf8');
  const bytes = Buffer.allocUnsafe(
    tag.length + HASH_BYTES + 2 + lineage.length + 4 * 8 + 2 + HASH_BYTES,
  );
  let at = tag.copy(bytes, 0);
  bytes.set(previous, at);
  at = bytes.writeUInt16BE(lineage.length, at + HASH_BYTES);
  at += lineage.copy(bytes, at);
  for (const number of [entry.document, entry.seq, entry.at, entry.actor]) {
    at = writeUInt64(bytes, number, at);
  }
  at = bytes.writeUInt16BE(entry.kind, at);
  bytes.set(saltedDigest(entry.salt, entry.payload), at);
  return sha256(bytes);
}

/** The part of an entry's hash that stands for its payload. */
export function saltedDigest(salt: Uint8Array, payload: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(salt.length + payload.length);
  bytes.set(salt, 0);
  bytes.set(payload, salt.length);
  return sha256(bytes);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function writeUInt64(bytes: Buffer, value: number, at: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not an integer: ${value}`);
  const high = Math.floor(value / 2 ** 32);
  return bytes.writeUInt32BE(value - high * 2 ** 32, bytes.writeUInt32BE(high, at));
}
