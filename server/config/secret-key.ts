/**
 * The key that signs cookies. It lives outside the data directory, so that a
 * copied backup does not let its reader sign in as somebody else.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The configured secret, else the one kept in `keyDirectory`, made on the first call. Throws when it is damaged. */
export function secretKey(config: { secret?: string | undefined; keyDirectory: string }): string {
  if (config.secret !== undefined) return config.secret;
  mkdirSync(config.keyDirectory, { recursive: true, mode: 0o700 });
  const path = join(config.keyDirectory, 'session.key');
  try {
    // `wx`: of two servers that start at once only one makes the key; both then read the same.
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = readFileSync(path, 'utf8').trim();
  if (key.length < 32) {
    throw new Error(
      `The key file ${path} is damaged: restore it, or delete it (everybody then signs in again)`,
    );
  }
  return key;
}
