/** Our own server, as `npm start` runs it: every check, the log, and an fsync before anybody hears of a change. */
import { decodeMessage, messages } from '../../domain/protocol/frame.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import { startProcess } from '../../tests/server-process.ts';
import type { Contender, Hear, Line, Running } from './contender.ts';
import { dial } from './dial.ts';
import { probeEnvironment } from './probe-client.ts';
import { NOTHING, readFrame, step1, step2, syncFrame, update } from './sync-frames.ts';
import { openWorkspace } from './workspace.ts';
import { joinEcho } from './y-websocket.ts';

export const attest: Contender = {
  name: 'attest',
  promise: 'checked, in the log, synced to the disk',
  installed: true,
  async start(directory): Promise<Running> {
    const { probe, env } = probeEnvironment(directory);
    const server = await startProcess({ directory, env });
    const workspace = await openWorkspace(server);

    const address = (document: string): string =>
      `${server.url.replace('http', 'ws')}/sync/${document}`;
    const join = async (document: string, hear: Hear): Promise<Line> => {
      const { lineage, client } = await workspace.session(document);
      const query = new URLSearchParams({
        token: workspace.token,
        protocol: String(PROTOCOL_VERSION),
        lineage,
        schema: String(SCHEMA_VERSION),
        client: String(client),
      });
      const line = await dial(
        `${address(document)}?${query}`,
        () => {},
        (frame, socket) => {
          const { type, decoder, sync } = readFrame(frame);
          if (type === messages.hello.type) socket.send(syncFrame(step1, NOTHING));
          if (type === messages.ack.type) {
            const ack = decodeMessage('ack', decoder);
            if (!ack.ok) throw new Error(ack.refusal.reason);
            hear.acknowledged({ frames: ack.message.frame });
          }
          if (sync?.step === update) hear.changed(sync.bytes);
          return sync?.step === step2;
        },
      );
      return { client, send: (bytes) => line.send(syncFrame(update, bytes)), close: line.close };
    };

    let documents = 0;
    return {
      probe,
      address,
      join,
      visit: (document, hear) => {
        const { token } = workspace;
        const query = new URLSearchParams({ token, schema: String(SCHEMA_VERSION) });
        return joinEcho(`${address(document)}?${query}`, hear);
      },
      document: () => workspace.newDocument(`Document ${(documents += 1)}`),
      stop: server.stop,
    };
  },
};
