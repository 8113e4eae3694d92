/**
 * Hocuspocus with its SQLite extension. It answers each update once it is
 * applied in memory, and stores the whole document two seconds after the last.
 */
import { randomInt } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import path from 'node:path';
import { freePort, peerFile, startChild } from './child.ts';
import type { Contender, Hear, Line, Running } from './contender.ts';
import { dial } from './dial.ts';
import { probeEnvironment } from './probe-client.ts';
import { NOTHING, readMessage, step1, step2, update, writeSync } from './sync-frames.ts';

const AUTH = 2;
const TOKEN = 0;
const SYNC_STATUS = 8;

export const hocuspocus: Contender = {
  name: 'hocuspocus 4.7.0',
  promise: 'applied in memory; stored 2 s after the last',
  installed: peerFile('@hocuspocus', 'server', 'package.json') !== undefined,
  async start(directory): Promise<Running> {
    const { probe, env } = probeEnvironment(directory);
    const port = await freePort();
    const child = await startChild(
      path.join(import.meta.dirname, '..', 'peers', 'hocuspocus-server.mjs'),
      {
        directory,
        env: { ...env, PORT: String(port), DATABASE: path.join(directory, 'hocuspocus.db') },
        ready: /ready/,
      },
    );
    let documents = 0;
    return {
      probe,
      document: async () => `document-${(documents += 1)}`,
      address: () => `ws://127.0.0.1:${port}`,
      join: (document, hear) => join(port, document, hear),
      visit: (document, hear) => join(port, document, hear),
      stop: child.stop,
    };
  },
};

/** Its frames are those of y-websocket behind the document's name, after a token that nobody asked for. */
async function join(port: number, document: string, hear: Hear): Promise<Line> {
  const named = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    write(encoder);
    return encoding.toUint8Array(encoder);
  };
  const sync = (step: number, bytes: Uint8Array): Uint8Array =>
    named((encoder) => writeSync(encoder, step, bytes));
  let answered = 0;
  const line = await dial(
    `ws://127.0.0.1:${port}`,
    (socket) => {
      socket.send(
        named((encoder) => {
          encoding.writeVarUint(encoder, AUTH);
          encoding.writeVarUint(encoder, TOKEN);
          encoding.writeVarString(encoder, 'bench');
        }),
      );
      socket.send(sync(step1, NOTHING));
    },
    (frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarString(decoder);
      const message = readMessage(decoder);
      if (message.type === SYNC_STATUS) {
        answered += 1;
        hear.acknowledged({ frames: answered });
      }
      if (message.sync?.step === update) hear.changed(message.sync.bytes);
      return message.sync?.step === step2;
    },
  );
  return {
    client: randomInt(2 ** 32),
    send: (bytes) => line.send(sync(update, bytes)),
    close: line.close,
  };
}
