import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NotWritten, writeNewFile } from '../../../server/cli/write-file.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'attest-write-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const never = new AbortController().signal;
const there = () => readdirSync(directory);

async function* words(count: number, each?: (at: number) => void): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at++) {
    each?.(at);
    yield Buffer.from(`${at} `);
  }
}

test('a file has its name once it is whole, and stands beside it until then', async () => {
  const path = join(directory, 'out.txt');
  const seen: string[][] = [];
  await writeNewFile(
    path,
    words(3, () => seen.push(there())),
    never,
  );
  expect(seen).toEqual(Array(3).fill([expect.stringMatching(/^out\.txt\.\w+\.part$/)]));
  expect(there()).toEqual(['out.txt']);
  expect(readFileSync(path, 'utf8')).toBe('0 1 2 ');
});

test('one that fails half-way leaves nothing', async () => {
  const failing = words(9, (at) => {
    if (at === 5) throw new Error('The disk of the source is gone');
  });
  await expect(writeNewFile(join(directory, 'out'), failing, never)).rejects.toThrow('is gone');
  expect(there()).toEqual([]);
});

test('one that is interrupted leaves nothing, and writes no further', async () => {
  const interrupted = new AbortController();
  let made = 0;
  const chunks = words(9, (at) => {
    made += 1;
    if (at === 4) interrupted.abort(new NotWritten('it was interrupted'));
  });
  const written = writeNewFile(join(directory, 'out'), chunks, interrupted.signal);
  await expect(written).rejects.toThrow('it was interrupted');
  expect([made, there()]).toEqual([5, []]);
});

test.each([
  ['that was there before', -1],
  ['that came while it was written', 2],
])('a file %s is not overwritten', async (_, when) => {
  const path = join(directory, 'out');
  const other = () => writeFileSync(path, 'precious');
  if (when < 0) other();
  const chunks = words(5, (at) => {
    if (at === when) other();
  });
  await expect(writeNewFile(path, chunks, never)).rejects.toBeInstanceOf(NotWritten);
  expect(there()).toEqual(['out']);
  expect(readFileSync(path, 'utf8')).toBe('precious');
});

test('of two that want the same name one gets it, whole', async () => {
  const path = join(directory, 'out');
  const both = await Promise.allSettled([
    writeNewFile(path, words(200), never),
    writeNewFile(path, words(200), never),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(there()).toEqual(['out']);
  expect(readFileSync(path, 'utf8')).toMatch(/^0 1 .* 199 $/);
});

test('a directory that is not there is told in words', async () => {
  const path = join(directory, 'nowhere', 'out');
  await expect(writeNewFile(path, words(1), never)).rejects.toBeInstanceOf(NotWritten);
});
