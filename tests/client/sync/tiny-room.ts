/**
 * A server of one document for tests of the client: the protocol and nothing
 * else. It accepts every update unless told otherwise and remembers what came.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import {
  decodeMessage,
  encodeMessage,
  messages,
  type Message,
} from '../../../domain/protocol/frame.ts';
import { messageAwareness, messageSync } from '../../../domain/protocol/version.ts';
import { refusals, type RefusalCode } from '../../../domain/refusal.ts';
import type { Session } from '../../../client/sync/session.ts';

export interface Received {
  readonly kind: 'state' | 'change' | 'command' | 'presence';
  readonly command?: Message<'command'>;
  readonly bytes?: Uint8Array;
}

export class TinyRoom {
  readonly doc = new Y.Doc();
  readonly received: Received[] = [];
  /** Answers a command; by default it is done, at the next entry. */
  answer: (command: Message<'command'>) => Message<'result'> | null = ({ commandId }) => ({
    commandId,
    seq: this.seq++,
  });
  acknowledges = true;
  /** Refuses the next frame of text with this code. */
  refuseNext: RefusalCode | null = null;
  lineage = 'first-lineage';
  seq = 1;
  #nextClient = 1000;
  #server: Server | null = null;
  #sockets: WebSocketServer | null = null;
  #port = 0;

  async start(): Promise<void> {
    this.#server = createServer();
    this.#sockets = new WebSocketServer({ server: this.#server });
    this.#sockets.on('connection', (socket, request) => this.#enter(socket, request.url ?? ''));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** As if the process had died; `start` comes back on the same port. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets?.clients ?? []) socket.terminate();
    this.#sockets?.close();
    const server = this.#server;
    if (!server?.listening) return;
    server.close();
    await once(server, 'close');
  }

  close(code: number, reason = ''): void {
    for (const socket of this.#sockets?.clients ?? []) socket.close(code, reason);
  }

  get sockets(): number {
    return this.#sockets?.clients.size ?? 0;
  }

  get address(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  /** The session call, as `fetch`. */
  readonly fetch: typeof fetch = () => {
    this.#nextClient += 1;
    const session: Session = {
      person: { id: 7, name: 'Ada', role: 'lead' },
      lineage: this.lineage,
      schema: 1,
      client: this.#nextClient,
    };
    return Promise.resolve(new Response(JSON.stringify(session)));
  };

  commands(): string[] {
    return this.received.flatMap(({ command }) => (command ? [command.commandId] : []));
  }

  frames(): number {
    return this.received.filter(({ kind }) => kind === 'state' || kind === 'change').length;
  }

  #enter(socket: WebSocket, address: string): void {
    const query = new URL(address, 'http://localhost').searchParams;
    if (query.get('lineage') !== this.lineage) return socket.close(4409, 'Another lineage.');
    let frames = 0;
    const say = (bytes: Uint8Array): void => socket.send(bytes);
    const broadcast = (update: Uint8Array): void => {
      for (const other of this.#sockets?.clients ?? []) other.send(syncFrame(2, update));
    };
    say(
      encodeMessage('hello', {
        protocol: 1,
        schema: 1,
        lineage: this.lineage,
        document: 'doc',
        person: { id: 7, name: 'Ada', role: 'lead' },
        client: Number(query.get('client')),
        seq: this.seq,
      }),
    );
    say(encodeMessage('people', { people: [{ id: 7, name: 'Ada', role: 'lead' }] }));
    say(syncFrame(0, Y.encodeStateVector(this.doc)));
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      const type = decoding.readVarUint(decoder);
      if (type === messageSync) {
        const step = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        if (step === 0) return say(syncFrame(1, Y.encodeStateAsUpdate(this.doc, bytes)));
        frames += 1;
        this.received.push({ kind: step === 1 ? 'state' : 'change', bytes });
        // The first frame of a socket is the state, which may hold nothing new.
        const refusal = frames > 1 ? this.refuseNext : null;
        if (refusal) {
          this.refuseNext = null;
          say(encodeMessage('refused', { frame: frames, code: refusal, reason: 'No.' }));
          return socket.close(refusals[refusal].close, 'No.');
        }
        Y.applyUpdate(this.doc, bytes);
        broadcast(bytes);
        if (this.acknowledges) say(encodeMessage('ack', { frame: frames, seq: this.seq++ }));
      } else if (type === messageAwareness) {
        this.received.push({ kind: 'presence', bytes: decoding.readVarUint8Array(decoder) });
      } else if (type === messages.command.type) {
        const read = decodeMessage('command', decoder);
        if (!read.ok) return socket.close(4400, read.refusal.reason);
        const command = read.message;
        this.received.push({ kind: 'command', command });
        const result = this.answer(command);
        if (result) say(encodeMessage('result', result));
      }
    });
  }
}

export function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageSync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
