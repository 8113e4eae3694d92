// Files that need too much: their reading ends, the server does not.
import { describe, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import { readApart, ReadingCancelled } from '../../../server/importers/read-apart.ts';

const check = (name: string, bytes: Uint8Array, signal = new AbortController().signal) =>
  readApart({ task: 'check', name, bytes }, signal);

/** Each sign may begin something: a reader keeps many notes on each. */
const signs = (bytes: number): Uint8Array => new Uint8Array(Buffer.alloc(bytes, 'a*b_[('));

describe('a long file', () => {
  test('is read', async () => {
    expect(await check('a.md', signs(100_000))).toMatchObject({ progress: '' });
  });

  test('that needs more memory than a reading may have is refused', async () => {
    expect(await check('a.md', signs(limits.importBytes))).toMatchObject({
      code: 'too-large',
      reason: 'This file takes too long to read. Split it and import the parts.',
    });
  }, 90_000);

  test('is let go of once nobody waits for it', async () => {
    const abort = new AbortController();
    const reading = check('a.md', signs(limits.importBytes), abort.signal);
    setTimeout(() => abort.abort(), 100);
    await expect(reading).rejects.toBeInstanceOf(ReadingCancelled);
  });
});
