/** What an entry says of the snapshot that it vouches for: the note of kind `snapshot`. */
import * as z from 'zod/mini';
import { decodePayload, encodePayload } from './payload.ts';

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const snapshotNote = z.object({
  /** The last entry that the state contains. */
  of: z.int().check(z.minimum(0)),
  /** SHA-256 of the state's bytes, hex. */
  bytes: hex,
  /** The digest of what the state means (`state-digest.ts`), hex. */
  content: hex,
  /** The Yjs state vector, base64. */
  vector: z.string(),
});

export type SnapshotNote = z.infer<typeof snapshotNote>;

export function encodeSnapshotNote(note: SnapshotNote): Uint8Array {
  return encodePayload({ note });
}

/** Null where the payload is not a snapshot's note. */
export function decodeSnapshotNote(payload: Uint8Array): SnapshotNote | null {
  try {
    const parsed = snapshotNote.safeParse(decodePayload(payload).note);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
