/**
 * One websocket in one room: reads frames, hands them to the room in order,
 * and answers. Nothing it is sent can throw past it; what does not fit closes
 * this socket and touches nobody else.
 */
import * as decoding from 'lib0/decoding';
import type { RawData, WebSocket } from 'ws';
import * as Y from 'yjs';
import { limits } from '../../domain/limits.ts';
import { decodeMessage, encodeMessage, messages } from '../../domain/protocol/frame.ts';
import {
  messageAwareness,
  messageQueryAwareness,
  messageSync,
  PROTOCOL_VERSION,
} from '../../domain/protocol/version.ts';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '../../domain/refusal.ts';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import type { Farewells } from './farewell.ts';
import {
  deniedFrame,
  stateFrame,
  stateVectorFrame,
  syncStep1,
  syncStep2,
  syncUpdate,
} from './frames.ts';
import type { Role } from '../../domain/role.ts';
import type { Participant } from './identity.ts';
import type { Member } from './member.ts';
import { Outlet } from './outlet.ts';
import { aliveFrame } from './presence.ts';
import type { Room } from './room.ts';

/** y-websocket gives up on a server that says nothing for 30 s. */
const ALIVE_MS = 20_000;

/** How long a client that does not read has to hear that it is cut off, in ms. */
const LINGER = 5_000;

/** A stock client draws an id when it is made, and another where two turn out to have the same. */
const MOST_DRAWN = 8;

export interface SocketOptions {
  readonly participant: Participant;
  /** The id this page was given; null for a stock client, which draws its own. */
  readonly client: number | null;
  /** Whether the client said which lineage its document is of. */
  readonly knowsLineage: boolean;
  readonly farewells: Farewells;
}

export class RoomSocket implements Member {
  readonly participant: Participant;
  readonly speaksAttest: boolean;
  readonly #socket: WebSocket;
  readonly #room: Room;
  readonly #client: number | null;
  readonly #knowsLineage: boolean;
  readonly #announced = new Set<number>();
  /** Ids that a stock client drew itself. */
  readonly #drawn = new Set<number>();
  readonly #alive: NodeJS.Timeout;
  readonly #outlet: Outlet;
  readonly #farewells: Farewells;
  #frames = 0;
  #heard = true;
  #gone = false;
  #left = false;

  constructor(socket: WebSocket, room: Room, options: SocketOptions) {
    this.#socket = socket;
    this.#room = room;
    this.participant = options.participant;
    this.#client = options.client;
    this.speaksAttest = options.client !== null;
    this.#knowsLineage = options.knowsLineage;
    this.#farewells = options.farewells;
    this.#outlet = new Outlet(socket, {
      caughtUp: (missed) => missed && this.send(room.presence.everybody() ?? aliveFrame),
      overrun: () => this.#cutOff(),
    });
    this.#alive = setInterval(() => this.#keepAlive(), ALIVE_MS);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => {
      this.#heard = true;
    });
    socket.on('close', () => this.#leave());
  }

  /** Says hello and what y-websocket expects. */
  open(role: Role): void {
    const { participant } = this;
    const room = this.#room;
    if (this.#client !== null) {
      this.send(
        encodeMessage('hello', {
          protocol: PROTOCOL_VERSION,
          schema: SCHEMA_VERSION,
          lineage: room.document.lineage,
          document: room.document.publicId,
          person: { id: participant.id, name: participant.name, role },
          client: this.#client,
          seq: room.seq,
          held: room.heldBecause,
        }),
      );
      room.sendPeople([this]);
      for (const frame of room.readings.framesFor(participant.id)) this.send(frame);
    }
    this.send(stateVectorFrame(Y.encodeStateVector(room.live.doc)));
    const here = room.presence.everybody();
    if (here) this.send(here);
  }

  ownsClient(client: number): boolean {
    const owner = this.#room.clients.ownerOf(client);
    if (owner !== undefined) return owner === this.participant.id;
    if (this.speaksAttest) return false;
    // Remembered, because once its first words are applied they bear it themselves.
    if (this.#drawn.has(client)) return true;
    // A stock client binds the id that it drew, unless it is somebody's already.
    const free = this.#drawn.size < MOST_DRAWN && !this.#room.live.knowsClient(client);
    if (!free || !this.#room.clients.draw(client, this.participant.id)) return false;
    this.#drawn.add(client);
    return true;
  }

  speaksFor(client: number): boolean {
    return this.#client === null ? this.ownsClient(client) : client === this.#client;
  }

  get gone(): boolean {
    return this.#gone;
  }

  get connected(): boolean {
    return !this.#left && this.#socket.readyState === this.#socket.OPEN;
  }

  get person(): { id: number; name: string } {
    return this.participant;
  }

  send(frame: Uint8Array): void {
    if (!this.#left) this.#outlet.send(frame);
  }

  sendPassing(frame: Uint8Array): void {
    if (!this.#left) this.#outlet.sendPassing(frame);
  }

  /** What waits for its client, in bytes. */
  get waitingBytes(): number {
    return this.#outlet.bytes;
  }

  close(code: RefusalCode, reason: string): void {
    if (this.#left) return;
    this.#gone = true;
    this.#leave();
    this.#farewells.bid(this.#socket, refuse(code, reason), { stock: !this.speaksAttest });
  }

  #receive(data: RawData, isBinary: boolean): void {
    // A closing socket still hears what its client goes on sending, and whoever was cut off may not go on.
    if (this.#gone || !this.connected) return;
    if (!isBinary || !(data instanceof Buffer))
      return this.close('bad-request', 'Only binary frames.');
    if (data.length > limits.updateBytes + 64)
      return this.close('too-large', 'This message is too large.');
    try {
      this.#read(decoding.createDecoder(new Uint8Array(data)));
    } catch {
      this.close('bad-request', 'This message is malformed.');
    }
  }

  #read(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    switch (type) {
      case messageSync:
        return this.#readSync(decoder);
      case messageAwareness:
        return this.#readPresence(decoder);
      case messageQueryAwareness:
        return this.send(this.#room.presence.everybody() ?? aliveFrame);
      case messages.command.type:
        return this.#readCommand(decoder);
      // Others are ignored, as the protocol asks: a newer client may know more.
      default:
    }
  }

  #readSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === syncStep1) return this.#sync(bytes);
    if (step !== syncStep2 && step !== syncUpdate)
      return this.close('bad-request', 'This sync message is unknown.');
    this.#frames += 1;
    const frame = this.#frames;
    this.#room.update(
      bytes,
      this,
      (seq) => this.speaksAttest && this.send(encodeMessage('ack', { frame, seq })),
      (refusal) => this.#refuse(frame, refusal),
    );
  }

  /** Sends what the client lacks, once all of it is durable. */
  #sync(vector: Uint8Array): void {
    const known = Y.decodeStateVector(vector);
    if (known.size > 0 && !this.#knowsLineage) {
      return this.close('wrong-lineage', 'Say which lineage this document is of.');
    }
    this.#room.inTurn(() => {
      const { live, whole } = this.#room;
      const frame =
        known.size === 0 ? whole.frame() : stateFrame(Y.encodeStateAsUpdate(live.doc, vector));
      this.#room.afterThis(() => this.send(frame));
    });
  }

  #readPresence(decoder: decoding.Decoder): void {
    const announced = this.#room.presence.receive(decoder, this);
    if (isRefusal(announced)) return this.close(announced.code, announced.reason);
    for (const client of announced) this.#announced.add(client);
  }

  #readCommand(decoder: decoding.Decoder): void {
    if (!this.speaksAttest) return;
    const decoded = decodeMessage('command', decoder);
    if (!decoded.ok) return this.close(decoded.refusal.code, decoded.refusal.reason);
    this.#room.command(decoded.message, this.participant, (result) =>
      this.send(encodeMessage('result', result)),
    );
  }

  /** After the acknowledgements of the frames before it, which stand; what comes behind it is dropped at once. */
  #refuse(frame: number, refusal: Refusal): void {
    this.#gone = true;
    const tell = (): void => {
      if (this.speaksAttest) this.send(encodeMessage('refused', { frame, ...refusal }));
      else this.send(deniedFrame(refusal.reason));
      this.close(refusal.code, refusal.reason);
    };
    // After a breach the room itself ends in this very turn.
    if (refusal.code === 'gate-breach') tell();
    else this.#room.afterThis(tell);
  }

  #keepAlive(): void {
    // A ping lies behind all that its client has not read yet.
    if (this.#outlet.isBehind) {
      if (this.#outlet.isStuck()) this.#cutOff();
      return;
    }
    if (!this.#heard) return this.#socket.terminate();
    this.#heard = false;
    this.#socket.ping();
    this.send(aliveFrame);
  }

  /** It does not read what it is sent. It comes back, with what it has, when it can. */
  #cutOff(): void {
    this.close('too-slow', 'This connection is too slow for what is sent. Connecting again.');
    // The farewell lies behind all that was not read.
    setTimeout(() => this.#socket.terminate(), LINGER).unref();
  }

  /** Out of the room at once, though its client may be kept a while before it is told. */
  #leave(): void {
    if (this.#left) return;
    this.#left = true;
    clearInterval(this.#alive);
    this.#room.members.delete(this);
    this.#room.presence.leave(this.#announced, this);
    this.#room.clients.release(this.#drawn);
    this.#room.left();
  }
}
