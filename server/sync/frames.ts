/** The frames of the y-websocket protocol that the server itself makes: one message each. */
import * as encoding from 'lib0/encoding';
import { messageAuth, messageSync } from '../../domain/protocol/version.ts';

export const syncStep1 = 0;
export const syncStep2 = 1;
export const syncUpdate = 2;
const permissionDenied = 0;

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageSync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

export const stateVectorFrame = (vector: Uint8Array): Uint8Array => syncFrame(syncStep1, vector);
export const stateFrame = (state: Uint8Array): Uint8Array => syncFrame(syncStep2, state);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncUpdate, update);

/** How y-websocket says no; clients that know only its types log the reason. */
export function deniedFrame(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageAuth);
  encoding.writeVarUint(encoder, permissionDenied);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}
