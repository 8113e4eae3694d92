/**
 * Closing a socket with the code and the words of a refusal. Stock clients
 * before y-websocket 3.1 take no refusal for final and dial again after 2.5 s,
 * for ever, so they are kept waiting before they hear of it; meanwhile nothing
 * that they send is read and nothing is sent to them.
 */
import type { WebSocket } from 'ws';
import { type Refusal, refusals } from '../../domain/refusal.ts';

/** How long somebody is kept who would dial again at once, in ms. */
const HELD = 10_000;
/** More than so many are not kept: a socket costs memory too. */
const MOST_HELD = 1_000;

export class Farewells {
  readonly #hold: number;
  #held = 0;

  /** `hold`: how long, in ms. */
  constructor(hold = HELD) {
    this.#hold = hold;
  }

  /** `stock`: the client speaks y-websocket's protocol and nothing more. Whoever calls this reads no further frame. */
  bid(socket: WebSocket, { code, reason }: Refusal, { stock }: { stock: boolean }): void {
    const { close } = refusals[code];
    const part = (): void => socket.close(close, shortened(reason));
    const isFinal = close >= 4400 && close < 4500;
    if (!stock || !isFinal || this.#held >= MOST_HELD) return part();
    this.#held += 1;
    const timer = setTimeout(part, this.#hold);
    socket.once('close', () => {
      this.#held -= 1;
      clearTimeout(timer);
    });
  }
}

/** A close frame holds 123 bytes of reason at most. */
function shortened(reason: string): string {
  let cut = reason;
  while (Buffer.byteLength(cut) > 120) cut = `${cut.slice(0, -2).trimEnd()}…`;
  return cut;
}
