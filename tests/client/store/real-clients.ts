/** Clients as pages have them, with the real server of an office behind a network of their own that can be cut. */
import type { DocumentHandle, LiveDocument } from '../../../client/store/document.ts';
import { openDocument } from '../../../client/store/open-document.ts';
import { openDevice } from '../../../client/sync/device.ts';
import { placeOf } from '../../../domain/anchor/locate.ts';
import type { Place } from '../../../domain/command/place.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import type { Office } from '../../server/sync/office.ts';
import { until } from '../until.ts';

/** The office knows people by a token in the socket's address. */
interface Network {
  readonly WebSocket: typeof WebSocket;
  cut: boolean;
}

export interface Client {
  readonly handle: DocumentHandle;
  readonly live: LiveDocument;
  readonly network: Network;
}

let count = 0;

export function clientsOf(office: Office): {
  open(name: string): Promise<Client>;
  close(): Promise<void>;
} {
  const handles: DocumentHandle[] = [];
  return {
    async open(name) {
      const network = networkOf(name);
      count += 1;
      const handle = openDocument(office.document.publicId, {
        server: office.url.replace(/\/sync$/, ''),
        fetch: async () => new Response(JSON.stringify(await office.session(name))),
        WebSocket: network.WebSocket,
        device: openDevice(`real-${count}`),
      });
      handles.push(handle);
      await until(() => handle.getSnapshot().live !== null, `${name} has the document open`);
      const { live } = handle.getSnapshot();
      if (!live) throw new Error('not open');
      return { handle, live, network };
    },
    async close() {
      await Promise.all(handles.map((handle) => handle.close()));
    },
  };
}

function networkOf(name: string): Network {
  const sockets = new Set<WebSocket>();
  let cut = false;
  return {
    WebSocket: class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(cut ? 'ws://127.0.0.1:1/' : `${String(url)}&token=${name}`, protocols);
        sockets.add(this);
      }
    },
    get cut() {
      return cut;
    },
    set cut(now) {
      cut = now;
      for (const socket of sockets) socket.close();
      sockets.clear();
    },
  };
}

/** The first occurrence of these words. */
export function placeIn(live: LiveDocument, words: string): Place {
  const whole = new FragmentText(live.text);
  const start = whole.string.indexOf(words);
  const found = placeOf(whole, { start, end: start + words.length });
  if (!found) throw new Error(`“${words}” is not in the text`);
  return found;
}

export function isSaved({ handle }: Pick<Client, 'handle'>): boolean {
  return handle.getSnapshot().saved.kind === 'saved';
}
