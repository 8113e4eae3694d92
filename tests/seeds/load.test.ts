import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadSeeds, readSeed } from '../../seeds/load.ts';
import { seeds } from '../../seeds/manifest.ts';
import type { Rooms } from '../../server/http/rooms.ts';

const row: Awaited<ReturnType<Rooms['create']>> = {
  id: 1,
  public_id: 'abc',
  lineage: 'lineage',
  schema_version: 1,
  title: '',
  created_at: 0,
  created_by: 0,
  archived_at: null,
  deleted_at: null,
  progress: null,
};

test('every text is listed, and every listed text is there', async () => {
  const files = await readdir(new URL('../../seeds/texts/', import.meta.url));
  expect(seeds.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
});

test('the seed is the file as it was found, byte for byte', async () => {
  const name = 'isw-russian-offensive-campaign-assessment-november-25.txt';
  const bytes = await readFile(new URL(`../../seeds/texts/${name}`, import.meta.url));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    'cb9693aef4af95af2c11db5605b0b522a295065d5f15ef9dd72b1c417a0fdc7b',
  );
});

test('every seed reads, with its original', async () => {
  for (const seed of seeds) {
    const { imported, original, title } = await readSeed(seed);
    expect(title).not.toBe('');
    expect(imported.text.textContent).not.toBe('');
    expect(imported.settings.language).toBe('en');
    expect(original?.name).toBe(seed.file);
  }
});

test('every seed becomes a document', async () => {
  const made: Parameters<Rooms['create']>[0][] = [];
  const count = await loadSeeds({
    by: 3,
    rooms: {
      create(input) {
        made.push(input);
        return Promise.resolve(row);
      },
    },
  });
  expect(count).toBe(seeds.length);
  expect(made.map(({ title, by }) => ({ title, by }))).toEqual([
    { title: 'Russian Offensive Campaign Assessment, November 25', by: 3 },
  ]);
});
