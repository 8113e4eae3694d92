/**
 * The bytes of an entry's payload. One form for all kinds:
 *
 *     1                the version of this form, one byte
 *     length of note   varUint; 0 where there is none
 *     note             a JSON object in UTF-8
 *     update           the rest: a Yjs update (V1), or nothing
 *
 * The note of a command is the command less its secrets, with its id and answer; that of a text, clean-up
 * or repair says what is not in the bytes; all other kinds are a note alone.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export type Note = Readonly<Record<string, unknown>>;

export interface Payload {
  readonly note: Note | null;
  /** A view into the bytes that were decoded. */
  readonly update: Uint8Array | null;
}

const VERSION = 1;

export function encodePayload(payload: {
  readonly note?: Note | null;
  readonly update?: Uint8Array | null;
}): Uint8Array {
  const note = payload.note ? Buffer.from(JSON.stringify(payload.note), 'utf8') : null;
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, VERSION);
  encoding.writeVarUint(encoder, note?.length ?? 0);
  if (note) encoding.writeUint8Array(encoder, note);
  if (payload.update) encoding.writeUint8Array(encoder, payload.update);
  return encoding.toUint8Array(encoder);
}

/** Throws a `PayloadError` on bytes that `encodePayload` did not write. */
export function decodePayload(bytes: Uint8Array): Payload {
  const decoder = decoding.createDecoder(bytes);
  try {
    const version = decoding.readUint8(decoder);
    if (version !== VERSION) throw new PayloadError(`Payload of version ${version}`);
    const length = decoding.readVarUint(decoder);
    if (length > bytes.length - decoder.pos) throw new PayloadError('Payload cut short');
    const note = length === 0 ? null : parseNote(decoding.readUint8Array(decoder, length));
    const rest = decoding.readTailAsUint8Array(decoder);
    return { note, update: rest.length === 0 ? null : rest };
  } catch (error) {
    if (error instanceof PayloadError) throw error;
    throw new PayloadError('Payload cut short', { cause: error });
  }
}

function parseNote(bytes: Uint8Array): Note {
  let note: unknown;
  try {
    note = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new PayloadError('The note is not JSON', { cause: error });
  }
  if (!isNote(note)) throw new PayloadError('The note is not an object');
  return note;
}

function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export class PayloadError extends Error {
  override readonly name = 'PayloadError';
}
