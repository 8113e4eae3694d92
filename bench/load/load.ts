/**
 * Writers who type at a given rate, whatever the server does: a slow answer
 * does not slow them down, so that it cannot hide. Times count from the moment
 * a frame is handed to its socket.
 */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Running } from '../contenders/contender.ts';
import type { Reading } from '../contenders/probe-client.ts';
import { type Spread, spread } from './spread.ts';
import { Writer } from './writer.ts';

export interface Shape {
  readonly documents: number;
  /** In each document. One more socket in each only reads. */
  readonly writers: number;
  /** Updates a second, of all together. */
  readonly rate: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface Outcome {
  /** From the socket to the server's answer, in ms. */
  readonly acknowledged: Spread;
  /** From the socket to somebody else's, in ms. */
  readonly delivered: Spread;
  /** How far the load lagged behind its own plan, in ms: above a few, the figures are its own. */
  readonly late: Spread;
  readonly sent: number;
  /** How long sending took. */
  readonly seconds: number;
  readonly unanswered: number;
  readonly server: Reading;
}

/** How long answers may take once nothing is sent any more. */
const LAST_ANSWERS_MS = 10_000;

export async function putUnderLoad(running: Running, shape: Shape): Promise<Outcome> {
  const writers = await gather(running, shape);
  try {
    for (const writer of writers) writer.begin();
    await answered(writers);
    await type(writers, shape.rate, shape.warmUpSeconds, []);
    await answered(writers);
    for (const writer of writers) writer.forget();

    await running.probe.reset();
    const late: number[] = [];
    const began = performance.now();
    await type(writers, shape.rate, shape.seconds, late);
    const seconds = (performance.now() - began) / 1000;
    const server = await running.probe.read();
    await answered(writers);

    return {
      acknowledged: spread(writers.flatMap((writer) => writer.acknowledged)),
      delivered: spread(writers.flatMap((writer) => writer.delivered)),
      late: spread(late),
      sent: late.length,
      unanswered: writers.reduce((sum, writer) => sum + writer.waiting, 0),
      seconds,
      server,
    };
  } finally {
    for (const writer of writers) writer.close();
  }
}

/** All sockets of all documents, in step. Writers take turns over the documents. */
async function gather(running: Running, shape: Shape): Promise<Writer[]> {
  const keys = Math.ceil(
    (shape.rate * (shape.warmUpSeconds + shape.seconds) * 1.1) / (shape.documents * shape.writers),
  );
  const rooms: Writer[][] = [];
  for (let each = 0; each < shape.documents; each++) {
    const document = await running.document();
    const byClient = new Map<number, Writer>();
    const room: Writer[] = [];
    const reader = await running.join(document, {
      acknowledged: () => {},
      changed: (update) => {
        for (const [client, clock] of Y.parseUpdateMeta(update).to)
          byClient.get(client)?.deliveredUpTo(clock);
      },
    });
    for (let who = 0; who < shape.writers; who++) {
      const writer = await Writer.join(running, document, keys);
      byClient.set(writer.client, writer);
      room.push(writer);
    }
    room[0]?.bring(reader);
    rooms.push(room);
  }
  return Array.from({ length: shape.writers }, (_, who) => rooms.map((room) => room[who]))
    .flat()
    .filter((writer) => writer !== undefined);
}

/** Sends what is due each millisecond; `late` hears how late each key was. */
async function type(
  writers: readonly Writer[],
  rate: number,
  seconds: number,
  late: number[],
): Promise<void> {
  const began = performance.now();
  const total = Math.round(rate * seconds);
  for (let sent = 0; sent < total; ) {
    const now = performance.now();
    const due = Math.min(total, Math.ceil(((now - began) / 1000) * rate));
    for (; sent < due; sent++) {
      writers[sent % writers.length]?.key();
      late.push(performance.now() - began - (sent / rate) * 1000);
    }
    await pause(1);
  }
}

async function answered(writers: readonly Writer[]): Promise<void> {
  const end = performance.now() + LAST_ANSWERS_MS;
  while (writers.some((writer) => writer.waiting > 0) && performance.now() < end) await pause(5);
}
