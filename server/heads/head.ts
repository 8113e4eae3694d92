/**
 * A head: the last entry of a document's log as it stood at a moment, signed.
 * Whoever keeps it where the database's keeper cannot change it can show later
 * that the log still holds that entry, and so all before it. What is signed:
 *
 *     "attest-head-1"  13 bytes, ASCII
 *     document id      2 bytes length, then UTF-8: the one in addresses
 *     document         8 bytes: its number in the log
 *     lineage          2 bytes length, then UTF-8
 *     seq              8 bytes
 *     at               8 bytes: when it was signed, milliseconds since the epoch
 *     hash             32 bytes: of the entry `seq`
 *
 * Numbers are unsigned and big-endian. docs/log-format.md says the same to outsiders.
 */
import * as z from 'zod/mini';
import { HASH_BYTES } from '../log/chain.ts';

const number = z.int().check(z.minimum(0));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a hash is 64 hexadecimal digits'));
const name = z.string().check(z.minLength(1), z.maxLength(1000));

const signedHead = z.object({
  id: name,
  document: number,
  lineage: name,
  seq: number.check(z.minimum(1)),
  at: number.check(z.maximum(8.64e15)),
  hash,
  /** Ed25519 over the encoding above, base64. */
  signature: z.base64(),
});
export type SignedHead = z.infer<typeof signedHead>;
export type Head = Omit<SignedHead, 'signature'>;

export const headsFile = z.object({
  format: z.literal('attest-heads'),
  version: z.literal(1),
  key: z.object({
    /** The first 16 hexadecimal digits of the SHA-256 of the public key. */
    id: z.string(),
    algorithm: z.literal('Ed25519'),
    /** The 32 bytes of the public key, base64. */
    public: z.base64(),
  }),
  heads: z.array(signedHead),
});
export type HeadsFile = z.infer<typeof headsFile>;

const tag = Buffer.from('attest-head-1', 'ascii');

/** Throws a RangeError on what the encoding cannot hold. */
export function encodeHead({ id, document, lineage, seq, at, hash: hex }: Head): Uint8Array {
  const digest = Buffer.from(hex, 'hex');
  if (digest.length !== HASH_BYTES) throw new RangeError(`Hash of ${digest.length} bytes`);
  return Buffer.concat([
    tag,
    withLength(id),
    uint64(document),
    withLength(lineage),
    uint64(seq),
    uint64(at),
    digest,
  ]);
}

function withLength(words: string): Buffer {
  const bytes = Buffer.from(words, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function uint64(value: number): Buffer {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not an integer: ${value}`);
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
