/** One socket that types, and the times it took until each of its keys was answered and delivered. */
import * as Y from 'yjs';
import type { Line, Running, UpTo } from '../contenders/contender.ts';
import { type Typing, typing } from './typing.ts';

export class Writer {
  /** In ms, one for each key since `forget`. */
  acknowledged: number[] = [];
  delivered: number[] = [];
  readonly #line: Line;
  readonly #typing: Typing;
  readonly #lines: Line[];
  /** When each frame was sent; `begin` is the first. */
  readonly #sentAt: number[] = [];
  #answered = 0;
  #seen = 0;

  private constructor(line: Line, keys: number) {
    this.#line = line;
    this.#lines = [line];
    this.#typing = typing(line.client, keys);
  }

  static async join(running: Running, document: string, keys: number): Promise<Writer> {
    // The socket is in step before the writer exists; nothing can be answered earlier.
    let writer: Writer | null = null;
    const line = await running.join(document, {
      acknowledged: (upTo) => writer?.answeredUpTo(upTo),
      changed: () => {},
    });
    writer = new Writer(line, keys);
    return writer;
  }

  get client(): number {
    return this.#line.client;
  }

  /** Frames without an answer. */
  get waiting(): number {
    return this.#sentAt.length - this.#answered;
  }

  /** Closes that line too, with its own. */
  bring(line: Line): void {
    this.#lines.push(line);
  }

  begin(): void {
    this.#send(this.#typing.begin);
  }

  key(): void {
    const next = this.#typing.keys[this.#sentAt.length - 1];
    if (next === undefined) throw new Error('More keys were pressed than prepared.');
    this.#send(next);
  }

  /** Starts the measurement: what was before was warming up. */
  forget(): void {
    this.acknowledged = [];
    this.delivered = [];
  }

  answeredUpTo(upTo: UpTo): void {
    const count = 'frames' in upTo ? upTo.frames : this.#ownFramesIn(upTo.update);
    const now = performance.now();
    for (; this.#answered < count; this.#answered++)
      this.acknowledged.push(now - (this.#sentAt[this.#answered] ?? now));
  }

  deliveredUpTo(clock: number): void {
    const now = performance.now();
    const count = this.#typing.through(clock);
    for (; this.#seen < count; this.#seen++)
      this.delivered.push(now - (this.#sentAt[this.#seen] ?? now));
  }

  close(): void {
    for (const line of this.#lines) line.close();
  }

  #ownFramesIn(update: Uint8Array): number {
    const clock = Y.parseUpdateMeta(update).to.get(this.client);
    return clock === undefined ? 0 : this.#typing.through(clock);
  }

  #send(update: Uint8Array): void {
    this.#sentAt.push(performance.now());
    this.#line.send(update);
  }
}
