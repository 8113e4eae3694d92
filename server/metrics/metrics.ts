/**
 * The server in figures, in the text format of Prometheus. What happens is
 * counted as it happens; what stands is read when somebody asks. No label
 * names a document or a person: that would tell who works on what, and have no
 * bound.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Meters } from './meters.ts';
import type { Standing } from './standing.ts';

export interface Metrics {
  readonly meters: Meters;
  /** From now on, what stands is read from here. */
  watch(read: () => Standing): void;
  /** As `contentType`. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds, from a fast disk's sync to a machine in trouble. */
const QUICK = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const SLOW = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const SIZES = [1, 2, 5, 10, 25, 50, 100, 250, 1000];

export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  let read: (() => Standing) | null = null;
  const registers = [register];
  const commits = new Histogram({
    name: 'attest_commit_seconds',
    help: 'From the append of a room to its being durable.',
    buckets: QUICK,
    registers,
  });
  const changes = new Histogram({
    name: 'attest_commit_changes',
    help: 'Changes that one append of a room carried.',
    buckets: SIZES,
    registers,
  });
  const refusals = new Counter({
    name: 'attest_refusals_total',
    help: 'What was refused, by reason.',
    labelNames: ['code'],
    registers,
  });
  const loads = new Histogram({
    name: 'attest_load_seconds',
    help: 'Reading a document into memory.',
    buckets: SLOW,
    registers,
  });
  const snapshots = new Histogram({
    name: 'attest_snapshot_seconds',
    help: 'Writing a snapshot of a document.',
    buckets: SLOW,
    registers,
  });
  const lost = new Counter({
    name: 'attest_rooms_lost_total',
    help: 'Rooms that ended because their changes could not be kept or checked.',
    registers,
  });
  const standing = (name: string, help: string, value: (now: Standing) => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        if (read) this.set(value(read()));
      },
    });
  standing('attest_rooms', 'Documents that are open.', ({ rooms }) => rooms);
  standing('attest_connections', 'Sockets in rooms.', ({ connections }) => connections);
  standing('attest_queue_depth', 'Tasks that wait in rooms.', ({ queued }) => queued);
  standing(
    'attest_pending_documents',
    'Open documents with structs or deletions that wait for others. Always 0.',
    ({ pending }) => pending,
  );
  standing(
    'attest_unread_bytes',
    'Bytes that clients have yet to read.',
    ({ unread }) => unread.sum,
  );
  standing('attest_unread_bytes_most', 'The same, of one socket.', ({ unread }) => unread.most);
  standing('attest_document_bytes', 'Size of the open documents.', ({ bytes }) => bytes);

  return {
    meters: {
      committed(ms, count) {
        commits.observe(ms / 1000);
        changes.observe(count);
      },
      refused: (code) => refusals.inc({ code }),
      loaded: (ms) => loads.observe(ms / 1000),
      snapshotWritten: (ms) => snapshots.observe(ms / 1000),
      roomLost: () => lost.inc(),
    },
    watch(from) {
      read = from;
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
