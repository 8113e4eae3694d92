// Hands the seeds to whoever makes documents, by the way that every import
// takes. It runs once, on the first start.
import { readFile } from 'node:fs/promises';
import { makeExample } from './example/make.ts';
import { exampleFile, seeds, type Seed } from './manifest.ts';

export interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** To be laid under what the file says of itself. */
  readonly settings: Seed['settings'];
}

/**
 * Calls `create` for the finished example and then for one text after the
 * other, so that the texts, which wait for work, are the newest; stops at the
 * first that fails. Returns how many there are.
 */
export async function loadSeeds(create: (file: SeedFile) => Promise<unknown>): Promise<number> {
  await create({ name: exampleFile, bytes: makeExample(), settings: {} });
  for (const { file, settings } of seeds) {
    const bytes = await readFile(new URL(`texts/${file}`, import.meta.url));
    await create({ name: file, bytes, settings });
  }
  return seeds.length + 1;
}
