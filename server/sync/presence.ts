/**
 * Who is here: the awareness states of one room. A state counts only under a
 * client id of the socket that sent it, fits the schema of presence, and bears
 * the name that the server knows. Changes are gathered and sent together.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { PersonId } from '../../domain/id.ts';
import { limits } from '../../domain/limits.ts';
import { presence, type Presence } from '../../domain/protocol/presence.ts';
import { messageAwareness } from '../../domain/protocol/version.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';

/** The highest clock a client may send: far above honest use, far below where it could lock an id for good. */
const MAX_CLOCK = 2 ** 31;
const GATHER_MS = 60;

interface Entry {
  clock: number;
  state: Presence | null;
  /** Who said so last: a page that reconnects is here by another socket before the old one is given up. */
  from: Announcer;
}

export interface Announcer {
  readonly person: { readonly id: PersonId; readonly name: string };
  /** Whether this socket may speak for that client id. */
  speaksFor(client: number): boolean;
}

export class PresenceBoard {
  readonly #entries = new Map<number, Entry>();
  readonly #dirty = new Set<number>();
  readonly #send: (frame: Uint8Array) => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(send: (frame: Uint8Array) => void) {
    this.#send = send;
  }

  /** Reads an awareness message. Returns the ids that it announced, or why the socket must close. */
  receive(decoder: decoding.Decoder, from: Announcer): number[] | Refusal {
    const announced: number[] = [];
    try {
      const bytes = decoding.readVarUint8Array(decoder);
      if (bytes.length > limits.awarenessBytes)
        return refuse('too-large', 'This presence message is too large.');
      const inner = decoding.createDecoder(bytes);
      const count = decoding.readVarUint(inner);
      for (let i = 0; i < count; i++) {
        const client = decoding.readVarUint(inner);
        const clock = decoding.readVarUint(inner);
        const json: unknown = JSON.parse(decoding.readVarString(inner));
        // Others' states come along when a client re-announces all it knows.
        if (!from.speaksFor(client) || clock > MAX_CLOCK) continue;
        announced.push(client);
        this.#set(client, clock, json, from);
      }
    } catch {
      return refuse('bad-request', 'This presence message is malformed.');
    }
    return announced;
  }

  /** Everybody's state as one frame, for a newcomer; null if nobody is here. */
  everybody(): Uint8Array | null {
    const here = [...this.#entries].filter(([, entry]) => entry.state !== null);
    return here.length === 0 ? null : encodeStates(here);
  }

  /** A socket went: its ids leave, unless another speaks for them meanwhile. */
  leave(clients: Iterable<number>, from: Announcer): void {
    for (const client of clients) {
      const entry = this.#entries.get(client);
      if (!entry?.state || entry.from !== from) continue;
      entry.state = null;
      entry.clock += 1;
      this.#mark(client);
    }
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #set(client: number, clock: number, json: unknown, from: Announcer): void {
    const known = this.#entries.get(client);
    if (known && (clock < known.clock || (clock === known.clock && json !== null))) return;
    const read = presence.safeParse(json);
    const state =
      json === null || !read.success
        ? null
        : { ...read.data, user: { id: from.person.id, name: from.person.name } };
    this.#entries.set(client, { clock, state, from });
    this.#mark(client);
  }

  #mark(client: number): void {
    this.#dirty.add(client);
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS);
  }

  #flush(): void {
    this.#timer = null;
    const changed: [number, Entry][] = [];
    for (const client of this.#dirty) {
      const entry = this.#entries.get(client);
      if (entry) changed.push([client, entry]);
      // Kept entries would grow with every page load; a client that comes back starts with a higher clock.
      if (entry && entry.state === null) this.#entries.delete(client);
    }
    this.#dirty.clear();
    if (changed.length > 0) this.#send(encodeStates(changed));
  }
}

/** An awareness frame without states: a message that only says the server is alive. */
export const aliveFrame: Uint8Array = encodeStates([]);

function encodeStates(entries: readonly (readonly [number, Entry])[]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const [client, { clock, state }] of entries) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageAwareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}
