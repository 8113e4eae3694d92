/** Long work for an answer that somebody waits for: it is told when they do not any more. */
import type { Response } from 'express';
import { ReadingCancelled } from '../importers/read-apart.ts';
import { StorageError } from '../storage/errors.ts';

/** Resolves also where the work ended because nobody waits: then there is nobody to answer. */
export async function whileWanted(
  response: Response,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const abort = new AbortController();
  const onClose = (): void => abort.abort(new ReadingCancelled());
  response.once('close', onClose);
  if (response.destroyed) onClose();
  try {
    await work(abort.signal);
  } catch (error) {
    if (!wasCalledOff(error)) throw error;
  } finally {
    response.off('close', onClose);
  }
}

function wasCalledOff(error: unknown): boolean {
  if (error instanceof StorageError) return error.code === 'cancelled';
  return error instanceof ReadingCancelled;
}
