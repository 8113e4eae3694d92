/** Whether a document's log is what was written, and its snapshots what the log gives. */
import type { Database } from '../storage/database.ts';
import type { Verification } from './verification.ts';

/**
 * Progress is in entries. Rejects with a StorageError `cancelled` when `signal`
 * stops it. Works on a running server and on a directory opened to read alone.
 */
export function verifyDocument(
  db: Database,
  document: number,
  onProgress?: (done: number, of: number) => void,
  signal?: AbortSignal,
): Promise<Verification> {
  return db.read('verify', { document }, { onProgress, signal });
}
