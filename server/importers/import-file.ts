// A file that somebody hands in: finds who reads it, checks its size, and says
// which bytes are the document's original.
import { refuse, isRefusal, type Refusal } from '../../domain/refusal.ts';
import { limits } from '../../domain/limits.ts';
import type { Imported, Original } from './importer.ts';
import { importers } from './list.ts';
import { titleOf } from './read-text.ts';

/** What any importer may take: the limit for an upload before its kind is known. */
export const largestImport = Math.max(...importers.map((importer) => importer.largest));

export interface ImportedFile {
  readonly imported: Imported;
  readonly original: Original | null;
  /** The title in the file, else the file's name without its ending. */
  readonly title: string;
}

/** `name` is the file's, as the sender gave it; only its last part is looked at. */
export function importFile(name: string, bytes: Uint8Array): ImportedFile | Refusal {
  const fileName = (name.split(/[\\/]/).at(-1) ?? '').slice(-limits.line);
  const importer = importers.find((one) => one.accepts(fileName, bytes.subarray(0, 4096)));
  if (importer === undefined) {
    const kinds = importers.map((one) => one.label).join(', ');
    return refuse('bad-request', `Attest cannot read "${fileName}". It reads: ${kinds}.`);
  }
  if (bytes.length > importer.largest) {
    const most = importer.largest / 1024 / 1024;
    return refuse('too-large', `${importer.label} may be at most ${most} MB.`);
  }
  const imported = importer.read(bytes);
  if (isRefusal(imported)) return imported;
  return {
    imported,
    original: importer.original
      ? importer.original(imported)
      : { name: fileName, mediaType: importer.mediaType, bytes },
    title: imported.settings.title || titleOf(fileName),
  };
}
