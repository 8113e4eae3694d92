/**
 * Many people in documents, few of whom write, as stock clients of every
 * server. A delivery is one key that reached one client other than its
 * writer's; a few clients of each document time it, all of them receive it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Line, Running } from '../contenders/contender.ts';
import type { Reading } from '../contenders/probe-client.ts';
import { type Spread, spread } from './spread.ts';
import { type Typing, typing } from './typing.ts';

export interface Crowd {
  readonly documents: number;
  /** In each document, writers among them. */
  readonly clients: number;
  readonly writers: number;
  /** A second, of each writer. */
  readonly keys: number;
  readonly seconds: number;
}

export interface CrowdOutcome {
  /** From the writer's socket to somebody else's, in ms. */
  readonly delivered: Spread;
  readonly deliveries: number;
  /** What of those that were timed never came. */
  readonly missing: number;
  readonly late: Spread;
  readonly seconds: number;
  readonly server: Reading;
}

/** Of one document; what the others receive is not looked into. */
const TIMED = 3;
/** So many dial at a time. */
const AT_ONCE = 20;
const LAST_MS = 10_000;

class CrowdWriter {
  readonly #line: Line;
  readonly #typing: Typing;
  readonly sentAt: number[] = [];

  constructor(line: Line, keys: number) {
    this.#line = line;
    this.#typing = typing(line.client, keys);
  }

  get client(): number {
    return this.#line.client;
  }

  begin(): void {
    this.#line.send(this.#typing.begin);
  }

  key(): void {
    const next = this.#typing.keys[this.sentAt.length];
    if (!next) throw new Error('More keys were pressed than prepared.');
    this.sentAt.push(performance.now());
    this.#line.send(next);
  }

  /** How many keys are in a state that knows this client up to `clock`. */
  keysThrough(clock: number): number {
    return this.#typing.through(clock) - 1;
  }
}

/** Notes when each key of each writer came. */
class Timer {
  readonly #writers: ReadonlyMap<number, CrowdWriter>;
  readonly #seen = new Map<number, number>();
  readonly times: number[] = [];

  constructor(writers: ReadonlyMap<number, CrowdWriter>) {
    this.#writers = writers;
  }

  hear(update: Uint8Array): void {
    const now = performance.now();
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      const writer = this.#writers.get(client);
      if (!writer) continue;
      const through = writer.keysThrough(clock);
      for (let key = this.#seen.get(client) ?? 0; key < through; key += 1)
        this.times.push(now - (writer.sentAt[key] ?? now));
      this.#seen.set(client, Math.max(through, this.#seen.get(client) ?? 0));
    }
  }
}

export async function measureCrowd(running: Running, crowd: Crowd): Promise<CrowdOutcome> {
  const keys = Math.ceil(crowd.keys * crowd.seconds) + 1;
  const lines: Line[] = [];
  const writers: CrowdWriter[] = [];
  const timers: Timer[] = [];
  try {
    for (let each = 0; each < crowd.documents; each += 1) {
      const document = await running.document();
      const here = new Map<number, CrowdWriter>();
      const timed = Array.from({ length: TIMED }, () => new Timer(here));
      timers.push(...timed);
      await inBatches(crowd.clients, async (who) => {
        const timer = who < crowd.writers ? undefined : timed[who - crowd.writers];
        const line = await running.visit(document, {
          acknowledged() {},
          changed: (update) => timer?.hear(update),
        });
        lines.push(line);
        if (who >= crowd.writers) return;
        const writer = new CrowdWriter(line, keys);
        here.set(writer.client, writer);
        writers.push(writer);
      });
    }
    for (const writer of writers) writer.begin();
    await pause(1_500);
    await running.probe.reset();
    const late: number[] = [];
    const began = performance.now();
    await type(writers, crowd, late);
    const seconds = (performance.now() - began) / 1000;
    const server = await running.probe.read();
    const expected = late.length * Math.min(TIMED, crowd.clients - crowd.writers);
    const end = performance.now() + LAST_MS;
    const came = (): number => timers.reduce((sum, { times }) => sum + times.length, 0);
    while (came() < expected && performance.now() < end) await pause(20);
    return {
      delivered: spread(timers.flatMap(({ times }) => times)),
      deliveries: late.length * (crowd.clients - 1),
      missing: expected - came(),
      late: spread(late),
      seconds,
      server,
    };
  } finally {
    for (const line of lines) line.close();
  }
}

/** Keys of all writers in turn, each when it is due, whatever the server does. */
async function type(
  writers: readonly CrowdWriter[],
  { keys, seconds }: Crowd,
  late: number[],
): Promise<void> {
  const began = performance.now();
  const rate = keys * writers.length;
  const total = Math.round(rate * seconds);
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.ceil(((performance.now() - began) / 1000) * rate));
    for (; sent < due; sent += 1) {
      writers[sent % writers.length]?.key();
      late.push(performance.now() - began - (sent / rate) * 1000);
    }
    await pause(1);
  }
}

async function inBatches(count: number, work: (index: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    await Promise.all(batch.map(work));
  }
}
