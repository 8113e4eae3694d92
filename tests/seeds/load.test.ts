import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { loadSeeds, type SeedFile } from '../../seeds/load.ts';
import { exampleFile, seeds } from '../../seeds/manifest.ts';
import { importFile } from '../../server/importers/import-file.ts';

/** The texts; the example has tests of its own. */
async function loaded(): Promise<SeedFile[]> {
  const files: SeedFile[] = [];
  expect(await loadSeeds(async (file) => void files.push(file))).toBe(seeds.length + 1);
  expect(files[0]?.name).toBe(exampleFile);
  return files.slice(1);
}

test('every text is listed, and every listed text is loaded', async () => {
  const there = await readdir(new URL('../../seeds/texts/', import.meta.url));
  expect((await loaded()).map(({ name }) => name).toSorted()).toEqual(there.toSorted());
});

test('the seed is the file as it was found, byte for byte', async () => {
  const [seed] = await loaded();
  expect(seed?.name).toBe('isw-russian-offensive-campaign-assessment-november-25.txt');
  expect(
    createHash('sha256')
      .update(seed?.bytes ?? '')
      .digest('hex'),
  ).toBe('cb9693aef4af95af2c11db5605b0b522a295065d5f15ef9dd72b1c417a0fdc7b');
});

test('every seed reads, with a title and its own bytes as the original', async () => {
  for (const { name, bytes } of await loaded()) {
    const read = importFile(name, bytes);
    if (isRefusal(read)) throw new Error(read.reason);
    expect(read.imported.settings.title).toBe(read.title);
    expect(read.imported.text.textContent).not.toBe('');
    expect(read.original).toEqual({ name, mediaType: 'text/plain', bytes });
  }
});

test('a seed that cannot be made stops the loading', async () => {
  await expect(loadSeeds(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
});
