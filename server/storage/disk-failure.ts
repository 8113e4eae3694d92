/** Whether a rejected write says something about the disk, and not about what was to be written. */
import { StorageError } from './errors.ts';

export function isDiskFailure(error: unknown): boolean {
  return (
    error instanceof StorageError &&
    (error.code === 'disk-full' || error.code === 'failed' || error.code === 'corrupt')
  );
}
