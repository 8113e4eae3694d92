/** A file that is there whole or not at all, also where its making is interrupted. */
import { randomBytes } from 'node:crypto';
import { link, lstat, open, rename, rm } from 'node:fs/promises';

/** Why nothing stands under the name that was asked for; nothing is left beside it either. */
export class NotWritten extends Error {}

/**
 * Writes beside the file and gives it its name when all of it is on the disk.
 * Nothing is overwritten: what is there may be the only copy of something.
 * Throws where it cannot be done, `NotWritten` where that was to be expected.
 */
export async function writeNewFile(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  await refuseExisting(path);
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(beside, 'wx').catch((error: unknown) => {
    throw new NotWritten(error instanceof Error ? error.message : String(error));
  });
  try {
    try {
      for await (const chunk of chunks) {
        signal.throwIfAborted();
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    signal.throwIfAborted();
    await name(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

/** A second name is refused where there is one by then, which renaming would write over. */
async function name(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw existing();
    // A file system without second names.
    await refuseExisting(path);
    await rename(beside, path);
  }
}

async function refuseExisting(path: string): Promise<void> {
  const there = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (there) throw existing();
}

function existing(): NotWritten {
  return new NotWritten('a file of that name exists, and none is overwritten');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
