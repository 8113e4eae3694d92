/** A websocket for the load: binary, without compression, counted in frames, awaited step by step. */
import { WebSocket } from 'ws';

const PATIENCE_MS = 15_000;

export interface Dialled {
  send(frame: Uint8Array): void;
  close(): void;
}

/**
 * Opens a socket and resolves once `hear` has returned true for a frame, which
 * is how a caller says that it is in step; it hears all later frames too.
 */
export function dial(
  address: string,
  opened: (socket: Dialled) => void,
  hear: (frame: Uint8Array, socket: Dialled) => boolean,
): Promise<Dialled> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const line: Dialled = {
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    close: () => socket.terminate(),
  };
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      socket.terminate();
      reject(new Error(`${new URL(address).host}: ${why}`));
    };
    const patience = setTimeout(() => fail('nothing in step'), PATIENCE_MS);
    socket.on('open', () => opened(line));
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data)) return fail('not a binary frame');
      if (!hear(data, line)) return;
      clearTimeout(patience);
      resolve(line);
    });
    socket.on('error', (error) => fail(error.message));
    socket.on('close', (code, reason) => fail(`closed with ${code} ${reason.toString()}`));
  });
}
