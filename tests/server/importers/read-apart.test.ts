// Files that need too much: their reading ends, the server does not.
import { describe, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import { bundle } from '../../../server/exporters/bundle.ts';
import { readApart, ReadingCancelled } from '../../../server/importers/read-apart.ts';
import { largeInput } from '../exporters/large.ts';
import { writtenBytes } from '../exporters/written.ts';

const unhurried = new AbortController().signal;
const little = { megabytes: 40, seconds: 60 };
const hurried = { megabytes: 1024, seconds: 1 };

/** Each sign may begin something: a reader keeps many notes on each. */
const signs = (bytes: number): Uint8Array => new Uint8Array(Buffer.alloc(bytes, 'a*b_[('));
const text = (bytes: number) => ({ task: 'check', name: 'a.md', bytes: signs(bytes) }) as const;

describe('a long file', () => {
  test('is read', async () => {
    expect(await readApart(text(100_000), unhurried)).toEqual({ readable: true });
  });

  test.each([
    ['memory', little],
    ['time', hurried],
  ])(
    'that needs more %s than a reading may have is refused',
    async (what, bounds) => {
      const read = await readApart(text(limits.importBytes), unhurried, { limits: bounds });
      const reason = `This file takes too much ${what} to read. Split it and import the parts.`;
      expect(read).toEqual({ code: 'too-large', reason });
    },
    90_000,
  );

  test('is let go of once nobody waits for it', async () => {
    const abort = new AbortController();
    const reading = readApart(text(limits.importBytes), abort.signal);
    setTimeout(() => abort.abort(), 100);
    await expect(reading).rejects.toBeInstanceOf(ReadingCancelled);
  });
});

describe('a large bundle', () => {
  const input = { ...largeInput(2000), original: null };
  const bytes = writtenBytes(bundle, input, { audience: 'internal' });
  const lock = { locked: true, at: 1, by: 1 };
  const whole = { task: 'whole', name: 'a.attest.json', bytes, known: {}, lock } as const;

  const people = async (count: number) => Array.from({ length: count }, (_, at) => 100 + at);

  test('is read apart, its people under the numbers that they are given', async () => {
    const asked: number[] = [];
    const reserve = (count: number) => {
      asked.push(count);
      return people(count);
    };
    const read = await readApart(whole, unhurried, { reserve });
    if ('code' in read) throw new Error(read.reason);
    expect(asked).toEqual([read.people.length]);
    expect(read.people.map(({ id }) => id)).toEqual(read.people.map((_, at) => 100 + at));
    expect(read.update.length).toBeGreaterThan(100_000);
  }, 60_000);

  test('that nobody can be given numbers for is not read', async () => {
    const reserve = () => Promise.reject(new Error('The database is closed'));
    await expect(readApart(whole, unhurried, { reserve })).rejects.toThrow('is closed');
  }, 60_000);

  test('that needs too much is refused', async () => {
    expect(await readApart(whole, unhurried, { reserve: people, limits: little })).toEqual({
      code: 'too-large',
      reason:
        'This file takes more memory to read than the server gives an import. Nothing was imported.',
    });
  }, 60_000);
});
