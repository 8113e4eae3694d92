/** Secrets that are shown once and stored as a hash alone. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, URL-safe; `prefix` lets people and secret scanners recognise it. */
export function newToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored. A plain hash is enough for a secret of 256 bits: there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 21 random URL-safe characters, like the id of a record. */
export function newId(): string {
  return randomBytes(16).toString('base64url').slice(0, 21);
}
