/** The peer in the browser: its page built and served, and documents with the same words as ours. */
import path from 'node:path';
import { build, preview } from 'vite';
import * as Y from 'yjs';
import { until } from '../../tests/until.ts';
import type { Running } from '../contenders/contender.ts';
import { yWebsocket } from '../contenders/y-websocket.ts';
import type { Bench } from '../scenarios/scenario.ts';

export interface PeerDesk {
  /** Where a page of that document is. */
  address(document: string, name: string): string;
  /** Makes a document of paragraphs. */
  document(paragraphs: readonly string[]): Promise<string>;
}

/** Null where the peer is not installed. */
export async function openPeerDesk(bench: Bench): Promise<PeerDesk | null> {
  if (!yWebsocket.installed) return null;
  const running = await yWebsocket.start(await bench.directory());
  bench.cleanUp(running.stop);
  const served = await servePage(await bench.directory(), bench);
  return {
    address: (document, name) => {
      const [server, room] = splitAddress(running.address(document));
      return `${served}/?${new URLSearchParams({ server, document: room, name })}`;
    },
    document: (paragraphs) => fill(running, paragraphs),
  };
}

async function servePage(outDir: string, bench: Bench): Promise<string> {
  const page = {
    root: path.join(import.meta.dirname, 'peer-page'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
    preview: { port: 0, host: '127.0.0.1' },
  } as const;
  await build(page);
  const server = await preview(page);
  bench.cleanUp(() => server.close());
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The page has no port.');
  return `http://127.0.0.1:${address.port}`;
}

async function fill(running: Running, paragraphs: readonly string[]): Promise<string> {
  const document = await running.document();
  let answered = false;
  const line = await running.join(document, {
    acknowledged: () => {
      answered = true;
    },
    changed: () => {},
  });
  const doc = new Y.Doc();
  doc.getXmlFragment('text').insert(
    0,
    paragraphs.map((words) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      return paragraph;
    }),
  );
  line.send(Y.encodeStateAsUpdate(doc));
  await until('the peer to take the text', () => answered);
  // The line stays open: the peer forgets a document that nobody is in.
  return document;
}

function splitAddress(address: string): [server: string, room: string] {
  const at = address.lastIndexOf('/');
  return [address.slice(0, at), address.slice(at + 1)];
}
