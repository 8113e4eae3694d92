/** A socket without a network: what a client sends is heard at once by the very `RoomSocket` that reads real ones. */
import { EventEmitter } from 'node:events';
import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { decodeMessage, type Message, messages } from '../../domain/protocol/frame.ts';
import { refusals, type RefusalCode } from '../../domain/refusal.ts';
import { Farewells } from '../../server/sync/farewell.ts';
import type { Room } from '../../server/sync/room.ts';
import { RoomSocket } from '../../server/sync/socket.ts';
import type { Office } from '../server/sync/office.ts';

class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  readonly bufferedAmount = 0;
  readonly hears: (frame: Uint8Array) => void;

  constructor(hears: (frame: Uint8Array) => void) {
    super();
    this.hears = hears;
  }

  send(frame: Uint8Array, done?: () => void): void {
    this.hears(frame);
    done?.();
  }

  close(code: number): void {
    if (this.readyState !== 1) return;
    this.readyState = 3;
    this.emit('close', code);
  }

  terminate(): void {
    this.close(1006);
  }

  ping(): void {
    setImmediate(() => this.emit('pong'));
  }

  pause(): void {}
  resume(): void {}
}

const farewells = new Farewells();

export class Line {
  readonly doc = new Y.Doc();
  /** What it was told and did not expect. */
  refused: RefusalCode | number | null = null;
  readonly results: Message<'result'>[] = [];
  acked = 0;
  readonly #socket: FakeSocket;

  private constructor() {
    this.#socket = new FakeSocket((frame) => this.#hear(frame));
    this.#socket.on('close', (code: number) => {
      this.refused ??= nameOf(code);
    });
  }

  static async open(office: Office, room: Room, name: string): Promise<Line> {
    const { client } = await office.session(name);
    const line = new Line();
    line.doc.clientID = client;
    const participant = { id: office.person(name), name, owner: false, cap: null };
    const socket = line.#socket as unknown as WebSocket;
    room.enter(
      new RoomSocket(socket, room, { participant, client, knowsLineage: true, farewells }),
    );
    line.send(Uint8Array.of(0, 0, 1, 0));
    await settled(room);
    return line;
  }

  get closed(): boolean {
    return this.#socket.readyState !== 1;
  }

  send(frame: Uint8Array): void {
    if (!this.closed) this.#socket.emit('message', Buffer.from(frame), true);
  }

  close(): void {
    this.#socket.close(1000);
  }

  #hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === 0 && decoding.readVarUint(decoder) > 0)
      Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), 'server');
    if (type === messages.result.type) {
      const result = decodeMessage('result', decoder);
      if (result.ok) this.results.push(result.message);
    }
    if (type === messages.ack.type) {
      const ack = decodeMessage('ack', decoder);
      if (ack.ok) this.acked = ack.message.frame;
    }
    if (type !== messages.refused.type) return;
    const refused = decodeMessage('refused', decoder);
    if (refused.ok) this.refused = refused.message.code;
  }
}

/** All that was sent has been read, made durable, and told. */
export async function settled(room: Room): Promise<void> {
  await new Promise<void>((done) => room.inTurn(() => room.afterThis(() => done(), done), done));
}

function nameOf(close: number): RefusalCode | number {
  const codes = Object.keys(refusals) as RefusalCode[];
  return codes.find((code) => refusals[code].close === close) ?? close;
}
