/**
 * What one socket sends, no faster than its client reads. While the client is
 * behind, frames wait here instead of in the socket: they are the room's own,
 * made once for all, so a slow reader costs references and no copies. Nothing
 * is left out but what a later frame makes up for. Whoever stays behind is cut
 * off and comes back with what it has.
 */
import type { WebSocket } from 'ws';

/** As much may lie in a socket before frames wait for it, in bytes. */
const BEHIND = 1024 * 1024;
/** As much may wait for one socket, in bytes. */
const MOST = 16 * 1024 * 1024;

export interface OutletOptions {
  /** It has read everything; `missed`: frames were left out meanwhile. */
  readonly caughtUp: (missed: boolean) => void;
  /** More waits for it than may. */
  readonly overrun: () => void;
}

export class Outlet {
  readonly #socket: WebSocket;
  readonly #options: OutletOptions;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #behind = false;
  #missed = false;
  /** How much lay in the socket when it was last looked at while behind. */
  #seen = Number.POSITIVE_INFINITY;

  constructor(socket: WebSocket, options: OutletOptions) {
    this.#socket = socket;
    this.#options = options;
  }

  /** What waits for this client, in the socket and here, in bytes. */
  get bytes(): number {
    return this.#socket.bufferedAmount + this.#waitingBytes;
  }

  /** Whether frames wait here because the socket is full. */
  get isBehind(): boolean {
    return this.#behind;
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (!this.#behind) return this.#write(frame);
    this.#waiting.push(frame);
    this.#waitingBytes += frame.length;
    if (this.#waitingBytes > MOST) {
      this.#forget();
      this.#options.overrun();
    }
  }

  /** A frame that a later one makes up for: it is left out while the client is behind. */
  sendPassing(frame: Uint8Array): void {
    if (this.#behind) this.#missed = true;
    else this.send(frame);
  }

  /** Asked now and then: whether the client is behind and has read nothing since it was last asked. */
  isStuck(): boolean {
    const lies = this.#socket.bufferedAmount;
    const stuck = this.#behind && lies >= this.#seen;
    this.#seen = this.#behind ? lies : Number.POSITIVE_INFINITY;
    return stuck;
  }

  #write(frame: Uint8Array): void {
    if (this.#socket.bufferedAmount + frame.length <= BEHIND) return this.#socket.send(frame);
    this.#behind = true;
    // Called once the frame has left the process.
    this.#socket.send(frame, (error) => error || this.#readOn());
  }

  #readOn(): void {
    this.#behind = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    for (const frame of waiting) this.send(frame);
    if (this.#behind) return;
    const missed = this.#missed;
    this.#missed = false;
    this.#options.caughtUp(missed);
  }

  #forget(): void {
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
