// Loads the seeds into a new workspace by the way that every import takes. It
// runs once, on the first start; a seed that does not read is a broken build
// and throws.
import { readFile } from 'node:fs/promises';
import { SYSTEM, type PersonId } from '../domain/id.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Rooms } from '../server/http/rooms.ts';
import { importFile, type ImportedFile } from '../server/importers/import-file.ts';
import { seeds, type Seed } from './manifest.ts';

/** What a seed is once it is read: the importer's words, with what the manifest adds. */
export async function readSeed({ file, settings }: Seed): Promise<ImportedFile> {
  const bytes = await readFile(new URL(`texts/${file}`, import.meta.url));
  const read = importFile(file, bytes);
  if (isRefusal(read)) throw new Error(`The seed ${file} cannot be imported: ${read.reason}`);
  return {
    ...read,
    imported: { ...read.imported, settings: { ...settings, ...read.imported.settings } },
  };
}

/** Creates every seed's document; only the workspace's owner leads them. Returns how many. */
export async function loadSeeds({
  rooms,
  by = SYSTEM,
}: {
  readonly rooms: Pick<Rooms, 'create'>;
  readonly by?: PersonId;
}): Promise<number> {
  for (const seed of seeds) {
    const { title, imported, original } = await readSeed(seed);
    await rooms.create({ title, imported, original, by, lead: null });
  }
  return seeds.length;
}
