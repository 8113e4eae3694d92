/** The frames of the y-websocket protocol as the load writes and reads them: without a Y.Doc behind them. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const SYNC = 0;
export const step1 = 0;
export const step2 = 1;
export const update = 2;

/** The state vector of an empty document. */
export const NOTHING = new Uint8Array([0]);

export function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  writeSync(encoder, step, bytes);
  return encoding.toUint8Array(encoder);
}

export function writeSync(encoder: encoding.Encoder, step: number, bytes: Uint8Array): void {
  encoding.writeVarUint(encoder, SYNC);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
}

export interface SyncMessage {
  readonly type: number;
  readonly decoder: decoding.Decoder;
  /** Of a message of type 0 alone. */
  readonly sync: { readonly step: number; readonly bytes: Uint8Array } | null;
}

export function readFrame(frame: Uint8Array): SyncMessage {
  return readMessage(decoding.createDecoder(frame));
}

export function readMessage(decoder: decoding.Decoder): SyncMessage {
  const type = decoding.readVarUint(decoder);
  if (type !== SYNC) return { type, decoder, sync: null };
  const step = decoding.readVarUint(decoder);
  return { type, decoder, sync: { step, bytes: decoding.readVarUint8Array(decoder) } };
}
