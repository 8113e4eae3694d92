/**
 * The socket under y-websocket. It sends a change of the text at once and
 * merges those that follow within 50 ms, numbers the frames that the server
 * acknowledges, lets no command overtake the text, keeps text back until the
 * first step of syncing has gone out (a frame whose predecessors wait offline
 * would be refused), and says nothing about other people's presence.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { messageAwareness, messageSync } from '../../domain/protocol/version.ts';

/** How long changes of the text gather before they go out as one frame, in ms. */
export const MERGE_WINDOW = 50;
/** How long what arrives may be held while an input method composes, in ms. */
const LONGEST_HOLD = 5000;

export interface WireOptions {
  /** The Yjs id whose presence this page may speak of. */
  readonly client: number;
  /** A numbered frame goes out: SyncStep2 and Update frames of this socket, from 1. */
  onFrame(frame: number, kind: 'state' | 'change'): void;
  /** A frame from the server broke the reader; the socket closes and starts over. */
  onBroken?(error: unknown): void;
  readonly WebSocket?: typeof WebSocket;
}

/** A constructor for y-websocket's `WebSocketPolyfill`; `opened` is told of each wire that it makes. */
export function wireFor(options: WireOptions, opened: (wire: Wire) => void): typeof WebSocket {
  const Made = class extends Wire {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(options, url, protocols);
      opened(this);
    }
  };
  // y-websocket uses `new`, the five members below and `OPEN` of an instance, nothing else of a WebSocket.
  return Made as unknown as typeof WebSocket;
}

export class Wire {
  readonly OPEN = 1;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;

  readonly #options: WireOptions;
  readonly #socket: WebSocket;
  #frames = 0;
  #introduced = false;
  #waiting: Uint8Array[] = [];
  #presence: Uint8Array | null = null;
  #window: ReturnType<typeof setTimeout> | undefined;
  #held: ArrayBuffer[] | null = null;
  #holdEnds: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WireOptions, url: string | URL, protocols?: string | string[]) {
    this.#options = options;
    this.#socket = new (options.WebSocket ?? WebSocket)(url, protocols);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onopen = () => this.onopen?.();
    this.#socket.onmessage = (event: MessageEvent<unknown>) => {
      if (!(event.data instanceof ArrayBuffer)) return;
      if (this.#held) this.#held.push(event.data);
      else this.#receive(event.data);
    };
    this.#socket.onerror = (event) => this.onerror?.(event);
    this.#socket.onclose = (event) => {
      this.hold(false);
      this.#stop();
      this.onclose?.(event);
    };
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  /** Set by y-websocket; the wire always reads array buffers. */
  set binaryType(_type: string) {}

  /** True once the first SyncStep2 went out: from then on text and commands may follow. */
  get introduced(): boolean {
    return this.#introduced;
  }

  send(data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === messageAwareness) return this.#sendPresence(decoder);
    if (type !== messageSync) return this.#write(data);
    const step = decoding.readVarUint(decoder);
    if (step === messageYjsUpdate) return this.#sendUpdate(decoding.readVarUint8Array(decoder));
    if (step === messageYjsSyncStep2) {
      // What waited is part of this state.
      this.#waiting = [];
      this.#introduced = true;
      this.#count('state');
    }
    this.#write(data);
  }

  /** A message of type 100 or more, after all the text that was typed before it. */
  sendMessage(frame: Uint8Array): void {
    this.flush();
    this.#write(frame);
  }

  /** Sends what waits for the end of the window. */
  flush(): void {
    if (this.#introduced && this.#waiting.length > 0) {
      const [first] = this.#waiting;
      const update = this.#waiting.length === 1 && first ? first : Y.mergeUpdates(this.#waiting);
      this.#waiting = [];
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, messageSync);
      encoding.writeVarUint(encoder, messageYjsUpdate);
      encoding.writeVarUint8Array(encoder, update);
      this.#count('change');
      this.#write(encoding.toUint8Array(encoder));
    }
    if (this.#presence) {
      const presence = this.#presence;
      this.#presence = null;
      this.#write(presence);
    }
  }

  /** Keeps what arrives, in order, until released or for 5 s: a change under a composing input method doubles its words. */
  hold(held: boolean): void {
    clearTimeout(this.#holdEnds);
    if (held) {
      this.#held ??= [];
      this.#holdEnds = setTimeout(() => this.hold(false), LONGEST_HOLD);
      return;
    }
    const arrived = this.#held ?? [];
    this.#held = null;
    for (const data of arrived) this.#receive(data);
  }

  close(): void {
    this.#stop();
    this.#socket.close();
  }

  #sendUpdate(update: Uint8Array): void {
    this.#waiting.push(update);
    if (!this.#introduced || this.#window !== undefined) return;
    this.flush();
    this.#openWindow();
  }

  #openWindow(): void {
    this.#window = setTimeout(() => {
      this.#window = undefined;
      if (this.#waiting.length === 0 && !this.#presence) return;
      this.flush();
      this.#openWindow();
    }, MERGE_WINDOW);
  }

  /**
   * y-websocket repeats everybody's presence to the server; here only one's own
   * goes out. While text waits, so does presence: a caret in words that nobody
   * else has yet would vanish for them.
   */
  #sendPresence(decoder: decoding.Decoder): void {
    const own = ownPresence(decoding.readVarUint8Array(decoder), this.#options.client);
    if (!own) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageAwareness);
    encoding.writeVarUint8Array(encoder, own);
    const frame = encoding.toUint8Array(encoder);
    if (this.#introduced && this.#waiting.length > 0) this.#presence = frame;
    else this.#write(frame);
  }

  #receive(data: ArrayBuffer): void {
    try {
      this.onmessage?.({ data });
    } catch (error) {
      this.#options.onBroken?.(error);
      this.#socket.close();
    }
  }

  #count(kind: 'state' | 'change'): void {
    this.#frames += 1;
    this.#options.onFrame(this.#frames, kind);
  }

  #write(data: Uint8Array): void {
    // lib0 hands out views of its own buffers, never shared ones.
    if (this.#socket.readyState === this.OPEN) this.#socket.send(data as Uint8Array<ArrayBuffer>);
  }

  #stop(): void {
    clearTimeout(this.#window);
    clearTimeout(this.#holdEnds);
    this.#window = undefined;
  }
}

/** The part of an awareness update that speaks of `client`; null without one. */
export function ownPresence(update: Uint8Array, client: number): Uint8Array | null {
  const decoder = decoding.createDecoder(update);
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const id = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state = decoding.readVarString(decoder);
    if (id !== client) continue;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
    return encoding.toUint8Array(encoder);
  }
  return null;
}
