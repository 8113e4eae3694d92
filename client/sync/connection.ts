/**
 * One document's socket, from the first attempt to the last: whether it is in
 * step, what of the text is durable on the server, what the server says of
 * people and commands. It never decides what to do after a final close; that
 * is told once, through `onEnd`.
 */
import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import {
  decodeMessage,
  messages,
  type Message,
  type MessageName,
} from '../../domain/protocol/frame.ts';
import { messageSync, PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { mayReconnect, meaningOf, refusedCodes } from './close-words.ts';
import type { Session } from './session.ts';
import { hasUnsent } from './unsent.ts';
import { wireFor, type Wire } from './wire.ts';

export type Step = 'connecting' | 'live' | 'offline';

export interface ConnectionEvents {
  /** Step, what is unsaved, or both changed. */
  onChange(): void;
  /** In step and introduced: commands may go out through `send`. */
  onReady(send: (frame: Uint8Array) => void): void;
  onLost(): void;
  onHello(hello: Message<'hello'>): void;
  onPeople(people: Message<'people'>): void;
  onReading(reading: Message<'reading'>): void;
  onPrivate(message: Message<'private'>): void;
  onResult(result: Message<'result'>): void;
  /** Final. `refused`: what this page sent was refused, its words are to be handed back. */
  onEnd(end: { refusal: Refusal; refused: boolean; code: number }): void;
}

export interface ConnectionOptions extends ConnectionEvents {
  /** `ws://host` or `wss://host`. */
  readonly server: string;
  readonly document: string;
  readonly session: Session;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** Up to where an earlier page knew the server to hold this copy. */
  readonly known: ReadonlyMap<number, number>;
  readonly WebSocket?: typeof WebSocket;
}

interface SentFrame {
  readonly frame: number;
  /** The number of local changes that it and those before it hold. */
  readonly changes: number;
  readonly clocks: ReadonlyMap<number, number>;
}

export class Connection {
  readonly #options: ConnectionOptions;
  readonly #provider: WebsocketProvider;
  readonly #known: Map<number, number>;
  #wire: Wire | null = null;
  #step: Step = 'connecting';
  #ready = false;
  #greeted = false;
  #ended = false;
  #refused: Refusal | null = null;
  #changes = 0;
  #acknowledged = 0;
  #confirmed = false;
  #held: string | null = null;
  #sent: SentFrame[] = [];

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { doc, session, document, server, awareness } = options;
    this.#known = new Map(options.known);
    // Left by an earlier page: how many changes is not known any more.
    this.#changes = hasUnsent(doc, this.#known) ? 1 : 0;
    // Before the provider's own listener: a change counts before it is sent.
    doc.on('update', this.#onUpdate);
    doc.on('afterTransaction', this.#onTransaction);
    this.#provider = new WebsocketProvider(`${server}/sync`, document, doc, {
      awareness,
      connect: false,
      disableBc: true,
      params: {
        protocol: String(PROTOCOL_VERSION),
        lineage: session.lineage,
        schema: String(session.schema),
        client: String(session.client),
      },
      // The library has no jitter of its own; without it a restarted server meets everybody at once.
      maxBackoffTime: 2000 + Math.random() * 2000,
      shouldReconnect: (event) => mayReconnect(event.code),
      WebSocketPolyfill: wireFor(
        {
          client: session.client,
          onFrame: (frame, kind) => this.#onFrame(frame, kind),
          ...(options.WebSocket ? { WebSocket: options.WebSocket } : {}),
        },
        (wire) => {
          this.#wire = wire;
        },
      ),
    });
    this.#listen();
  }

  get step(): Step {
    return this.#step;
  }

  /** Changes of the text that the server has not acknowledged. */
  get unsaved(): number {
    return this.#changes - this.#acknowledged;
  }

  /** Whether the server has said of this page's text, once at least, that it is durable. */
  get confirmed(): boolean {
    return this.#confirmed;
  }

  /** Why the server cannot save anything at the moment; null where it can, as far as it said. */
  get held(): string | null {
    return this.#held;
  }

  /** Clocks up to which the server is known to hold the text. */
  get known(): ReadonlyMap<number, number> {
    return this.#known;
  }

  connect(): void {
    this.#provider.connect();
  }

  /** Drops the socket and tries anew at once, e.g. when the browser says that the network changed. */
  reconnect(): void {
    if (this.#ended) return;
    this.#provider.disconnect();
    this.#provider.connect();
  }

  hold(held: boolean): void {
    this.#wire?.hold(held);
  }

  destroy(): void {
    this.#ended = true;
    this.#options.doc.off('update', this.#onUpdate);
    this.#options.doc.off('afterTransaction', this.#onTransaction);
    this.#provider.destroy();
  }

  #listen(): void {
    const provider = this.#provider;
    this.#handle('hello', (hello) => {
      this.#greeted = true;
      this.#held = hello.held ?? null;
      this.#options.onHello(hello);
    });
    this.#handle('ack', ({ frame }) => this.#onAck(frame));
    this.#handle('refused', ({ code, reason }) => {
      this.#refused = { code, reason };
    });
    this.#handle('result', (result) => this.#options.onResult(result));
    this.#handle('people', (people) => this.#options.onPeople(people));
    this.#handle('reading', (reading) => this.#options.onReading(reading));
    this.#handle('private', (message) => this.#options.onPrivate(message));
    this.#watchStateVector();
    provider.on('sync', (synced: boolean) => {
      if (synced) this.#becomeReady();
    });
    provider.on('connection-close', () => this.#onLost());
    provider.on('closed', ({ code, reason }: { code: number; reason: string }) => {
      if (this.#ended) return;
      this.#ended = true;
      this.#options.onEnd({
        refusal: this.#refused ?? meaningOf(code, reason),
        refused: refusedCodes.has(code),
        code,
      });
    });
  }

  /** A message of ours that does not fit its schema is passed over: a newer server may say more. */
  #handle<Name extends MessageName>(name: Name, take: (message: Message<Name>) => void): void {
    this.#provider.messageHandlers[messages[name].type] = (_encoder, decoder) => {
      const decoded = decodeMessage(name, decoder);
      if (decoded.ok) take(decoded.message);
    };
  }

  /** The server's own first step says what it holds; then y-websocket answers it. */
  #watchStateVector(): void {
    const handlers = this.#provider.messageHandlers;
    const sync = handlers[messageSync];
    if (!sync) throw new Error('y-websocket has no handler for sync messages');
    handlers[messageSync] = (encoder, decoder, provider, emitSynced, type) => {
      const ahead = decoding.clone(decoder);
      if (decoding.readVarUint(ahead) === messageYjsSyncStep1) {
        for (const [client, clock] of Y.decodeStateVector(decoding.readVarUint8Array(ahead))) {
          this.#learn(client, clock);
        }
      }
      sync(encoder, decoder, provider, emitSynced, type);
      this.#becomeReady();
    };
  }

  /** Both ways in step: the server's state is here, and the wire has sent what the server lacked. */
  #becomeReady(): void {
    const wire = this.#wire;
    if (this.#ready || !wire || !this.#provider.synced || !this.#greeted) return;
    // The reply to the server's first step is written right after its handler returns.
    queueMicrotask(() => {
      if (this.#ready || this.#wire !== wire || !wire.introduced || wire.readyState !== wire.OPEN)
        return;
      this.#ready = true;
      this.#step = 'live';
      this.#options.onReady((frame) => wire.sendMessage(frame));
      this.#options.onChange();
    });
  }

  #onLost(): void {
    this.#sent = [];
    this.#greeted = false;
    this.#held = null;
    this.#step = 'offline';
    if (this.#ready) this.#options.onLost();
    this.#ready = false;
    this.#options.onChange();
  }

  #onFrame(frame: number, kind: 'state' | 'change'): void {
    const { doc } = this.#options;
    const clocks =
      kind === 'state'
        ? Y.decodeStateVector(Y.encodeStateVector(doc))
        : new Map([[doc.clientID, Y.getState(doc.store, doc.clientID)]]);
    this.#sent.push({ frame, changes: this.#changes, clocks });
  }

  #onAck(frame: number): void {
    while (this.#sent[0] && this.#sent[0].frame <= frame) {
      const { changes, clocks } = this.#sent[0];
      this.#acknowledged = Math.max(this.#acknowledged, changes);
      for (const [client, clock] of clocks) this.#learn(client, clock);
      this.#sent.shift();
    }
    this.#confirmed = true;
    this.#options.onChange();
  }

  #learn(client: number, clock: number): void {
    if (clock > (this.#known.get(client) ?? 0)) this.#known.set(client, clock);
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider) return;
    this.#changes += 1;
    this.#options.onChange();
  };

  /** What came from the server is durable there. */
  readonly #onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.origin !== this.#provider) return;
    for (const [client, clock] of transaction.afterState) {
      if (transaction.beforeState.get(client) !== clock) this.#learn(client, clock);
    }
  };
}
