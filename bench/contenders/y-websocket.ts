/**
 * The server that comes with y-websocket 2, with its LevelDB: the plainest that
 * people run. It checks nothing, hands every update on at once and writes it
 * behind, without waiting for the disk. Its only answer is the echo.
 */
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { freePort, peerFile, startChild } from './child.ts';
import type { Contender, Hear, Line, Running } from './contender.ts';
import { dial } from './dial.ts';
import { probeEnvironment } from './probe-client.ts';
import { NOTHING, readFrame, step1, step2, syncFrame, update } from './sync-frames.ts';

const script = peerFile('y-websocket', 'bin', 'server.cjs');

export const yWebsocket: Contender = {
  name: 'y-websocket 2.1.0',
  promise: 'sent back; written later, never synced',
  installed: script !== undefined,
  async start(directory): Promise<Running> {
    const { probe, env } = probeEnvironment(directory);
    const port = await freePort();
    const child = await startChild(script ?? '', {
      directory,
      env: {
        ...env,
        HOST: '127.0.0.1',
        PORT: String(port),
        YPERSISTENCE: path.join(directory, 'leveldb'),
      },
      ready: /running at/,
    });
    const address = (document: string): string => `ws://127.0.0.1:${port}/${document}`;
    let documents = 0;
    return {
      probe,
      document: async () => `document-${(documents += 1)}`,
      address,
      join: (document, hear) => joinEcho(address(document), hear),
      visit: (document, hear) => joinEcho(address(document), hear),
      stop: child.stop,
    };
  },
};

/** A stock client: in step after the first sync, acknowledged by its own update coming back. */
export async function joinEcho(address: string, hear: Hear): Promise<Line> {
  const line = await dial(
    address,
    (socket) => socket.send(syncFrame(step1, NOTHING)),
    (frame) => {
      const { sync } = readFrame(frame);
      if (sync?.step === update) {
        hear.changed(sync.bytes);
        hear.acknowledged({ update: sync.bytes });
      }
      return sync?.step === step2;
    },
  );
  return {
    client: randomInt(2 ** 32),
    send: (bytes) => line.send(syncFrame(update, bytes)),
    close: line.close,
  };
}
