/**
 * The key that signs heads. Like the one for cookies it lies outside the data
 * directory: whoever has the database, or a backup of it, can write a log anew
 * but cannot sign its head.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { sign, verify } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../log/chain.ts';
import { encodeHead, type Head, type HeadsFile, type SignedHead } from './head.ts';

const PUBLIC_BYTES = 32;

export class HeadKey {
  readonly #private: KeyObject;
  readonly public: HeadsFile['key'];

  private constructor(key: KeyObject) {
    this.#private = key;
    const bytes = rawPublic(createPublicKey(key));
    this.public = { id: keyId(bytes), algorithm: 'Ed25519', public: bytes.toString('base64') };
  }

  /** The key of this directory, made on the first call. Throws when it is damaged. */
  static in(keyDirectory: string): HeadKey {
    mkdirSync(keyDirectory, { recursive: true, mode: 0o700 });
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    try {
      // `wx`: of two that come at once only one makes the key; both then read the same.
      writeFileSync(file(keyDirectory), made, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const key = HeadKey.existing(keyDirectory);
    if (!key) throw new Error(`The key file ${file(keyDirectory)} vanished`);
    return key;
  }

  /** Null where none was made yet. Throws when it is damaged. */
  static existing(keyDirectory: string): HeadKey | null {
    const path = file(keyDirectory);
    let pem: string;
    try {
      pem = readFileSync(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
    try {
      const key = createPrivateKey(pem);
      if (key.asymmetricKeyType === 'ed25519') return new HeadKey(key);
    } catch {
      // Said below.
    }
    throw new Error(
      `The key file ${path} is damaged: restore it, or delete it (heads signed before are then no longer known as this server's)`,
    );
  }

  file(heads: readonly Head[]): HeadsFile {
    return {
      format: 'attest-heads',
      version: 1,
      key: this.public,
      heads: heads.map((head) => ({
        ...head,
        signature: sign(null, encodeHead(head), this.#private).toString('base64'),
      })),
    };
  }
}

/** Whether the key of the file is what its id says, and signed this head. */
export function isSigned(key: HeadsFile['key'], head: SignedHead): boolean {
  const bytes = Buffer.from(key.public, 'base64');
  if (bytes.length !== PUBLIC_BYTES || keyId(bytes) !== key.id) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, encodeHead(head), publicKey, Buffer.from(head.signature, 'base64'));
}

function rawPublic(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function keyId(publicBytes: Uint8Array): string {
  return Buffer.from(sha256(publicBytes)).toString('hex').slice(0, 16);
}

function file(keyDirectory: string): string {
  return join(keyDirectory, 'heads.key');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
