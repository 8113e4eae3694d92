/** A client that speaks the protocol frame by frame, so that a test sees exactly what the server sends, and in which order. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Ack } from '../../../domain/protocol/ack.ts';
import {
  decodeMessage,
  encodeMessage,
  type MessageName,
  messages,
} from '../../../domain/protocol/frame.ts';
import { SCHEMA_VERSION } from '../../../domain/text/schema.ts';
import { until } from '../../until.ts';
import type { Office } from './office.ts';

export interface Heard {
  readonly kind: MessageName | 'step1' | 'step2' | 'update' | 'presence' | 'denied';
  readonly body: unknown;
}

export class RawClient {
  readonly doc = new Y.Doc();
  readonly heard: Heard[] = [];
  closed: { code: number; reason: string } | null = null;
  readonly #socket: WebSocket;
  #unsent: Uint8Array[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.on('message', (data: ArrayBuffer) => this.#hear(new Uint8Array(data)));
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
    // A killed server resets the connection; the close that follows says the rest.
    socket.on('error', () => {});
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#unsent.push(update);
    });
  }

  /** Opens a session and a socket as our own pages do, and syncs. */
  static async join(
    office: Office,
    name: string,
    query: Record<string, string> = {},
  ): Promise<RawClient> {
    const session = await office.session(name);
    const client = RawClient.dial(office, {
      token: name,
      protocol: '1',
      lineage: session.lineage,
      schema: String(SCHEMA_VERSION),
      client: String(session.client),
      ...query,
    });
    client.doc.clientID = session.client;
    await client.introduced();
    return client;
  }

  static dial(office: Office, query: Record<string, string>): RawClient {
    return RawClient.at(`${office.url}/${office.document.publicId}?${new URLSearchParams(query)}`);
  }

  /** `headers`: a cookie and an origin, as a browser sends them. */
  static at(address: string, headers: Record<string, string> = {}): RawClient {
    return new RawClient(new WebSocket(address, { headers }));
  }

  /** Waits for hello, then syncs; returns as well when the socket was closed instead. */
  async introduced(): Promise<void> {
    const within = 30_000;
    await until('hello', () => this.all('hello').length > 0 || this.closed, { within });
    if (this.closed) return;
    this.sync();
    await until('the first sync', () => this.all('step2').length > 0 || this.closed, { within });
  }

  sync(): void {
    this.send(0, 0, Y.encodeStateVector(this.doc));
  }

  /** Changes the own copy and sends it as one frame. */
  edit(work: (doc: Y.Doc) => void): void {
    this.doc.transact(() => work(this.doc));
    for (const update of this.#unsent.splice(0)) this.update(update);
  }

  /** Forgets what was changed and not sent. */
  forget(): void {
    this.#unsent = [];
  }

  update(bytes: Uint8Array): void {
    this.send(0, 2, bytes);
  }

  command(commandId: string, name: string, args: unknown): void {
    this.raw(encodeMessage('command', { commandId, name, args }));
  }

  send(type: number, step: number, bytes: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
    this.raw(encoding.toUint8Array(encoder));
  }

  /** Dropped where the socket is not open, as a lost connection drops it. */
  raw(bytes: Uint8Array | string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(bytes);
  }

  close(): void {
    this.#socket.close();
  }

  /** Sends bytes that are no frame at all, past the library that would not. */
  garble(): void {
    const { _socket: wire } = this.#socket as unknown as { _socket: NodeJS.WritableStream };
    wire.write(new Uint8Array([0xff, 0xff, 0xff, 0xff]));
  }

  /** Reads nothing any more of what it is sent, until `resume`. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  all<Kind extends Heard['kind']>(kind: Kind): unknown[] {
    return this.heard.filter((heard) => heard.kind === kind).map((heard) => heard.body);
  }

  /** The highest acknowledged frame; 0 before the first. */
  get acked(): number {
    return Math.max(0, ...this.all('ack').map((ack) => (ack as Ack).frame));
  }

  #hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === 0) {
      const step = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      this.heard.push({ kind: (['step1', 'step2', 'update'] as const)[step] ?? 'update', body });
      if (step > 0) Y.applyUpdate(this.doc, body, 'server');
    } else if (type === 1) {
      this.heard.push({ kind: 'presence', body: decoding.readVarUint8Array(decoder) });
    } else if (type === 2) {
      this.heard.push({ kind: 'denied', body: null });
    } else {
      const name = (Object.keys(messages) as MessageName[]).find(
        (each) => messages[each].type === type,
      );
      if (!name) throw new Error(`Unknown type ${type}`);
      const decoded = decodeMessage(name, decoder);
      if (!decoded.ok) throw new Error(decoded.refusal.reason);
      this.heard.push({ kind: name, body: decoded.message });
    }
  }
}
