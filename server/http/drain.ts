/** What is left of a request that was refused before all of it had come. */
import type { Request } from 'express';

/** Whoever sends more, or takes longer, is cut off. */
const MOST_BYTES = 64 * 1024 * 1024;
const LONGEST_MS = 30_000;

/** Whether some of its body is still to come. */
export function isUnread(request: Request): boolean {
  const { 'content-length': length, 'transfer-encoding': coded } = request.headers;
  return (
    !request.complete && !request.destroyed && (coded !== undefined || Number(length ?? 0) > 0)
  );
}

/** Reads on and keeps nothing. Resolves when all has come, when it is gone, or when it is enough. */
export function drain(request: Request): Promise<void> {
  return new Promise((resolve) => {
    let left = MOST_BYTES;
    const enough = (): void => {
      clearTimeout(timer);
      request.off('data', drop).off('end', enough).off('close', enough).off('error', enough);
      resolve();
    };
    const drop = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left < 0) enough();
    };
    const timer = setTimeout(enough, LONGEST_MS);
    request.on('data', drop).on('end', enough).on('close', enough).on('error', enough);
    // Whoever read of it before may have stopped it.
    request.resume();
  });
}
