/** Walks along a chain and stops at the first entry that does not hold. */
import { entryHash, HASH_BYTES, SALT_BYTES, sameBytes } from './chain.ts';
import { LogDamaged } from './damage.ts';
import type { StoredEntry } from './entry.ts';

export interface ChainPosition {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** The position after `entry`. Throws `LogDamaged` when it is not the one that `from` demands. */
export function follow(document: number, from: ChainPosition, entry: StoredEntry): ChainPosition {
  const seq = from.seq + 1;
  if (entry.seq !== seq) throw new LogDamaged(document, seq, 'it is missing');
  if (entry.salt.length !== SALT_BYTES || entry.hash.length !== HASH_BYTES) {
    throw new LogDamaged(document, seq, 'its salt or hash has the wrong length');
  }
  if (entry.at < 0 || entry.actor < 0 || entry.kind < 0 || entry.kind > 0xffff) {
    throw new LogDamaged(document, seq, 'a number is out of range');
  }
  if (!sameBytes(entryHash(from.hash, { ...entry, document }), entry.hash)) {
    throw new LogDamaged(document, seq, 'its hash does not match');
  }
  return { seq, hash: entry.hash };
}
