/**
 * No server at all: frames go back to everybody in the room as they are. What
 * it needs is the price of the sockets alone, below which nobody can be.
 */
import path from 'node:path';
import { startChild, freePort } from './child.ts';
import type { Contender, Running } from './contender.ts';
import { probeEnvironment } from './probe-client.ts';
import { joinEcho } from './y-websocket.ts';

export const socketFloor: Contender = {
  name: 'sockets alone',
  promise: 'sent back, kept nowhere',
  installed: true,
  async start(directory): Promise<Running> {
    const { probe, env } = probeEnvironment(directory);
    const port = await freePort();
    const child = await startChild(path.join(import.meta.dirname, 'socket-floor-server.ts'), {
      directory,
      env: { ...env, PORT: String(port) },
      ready: /ready/,
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
