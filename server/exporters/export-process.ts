// The thread in which one export is made, so that everybody else's typing does
// not wait for it. It knows no database: what it needs of the log it asks for.
import { parentPort, workerData } from 'node:worker_threads';
import type { HistoryEntry } from '../log/history.ts';
import {
  explainedError,
  type FromExport,
  type ThreadInput,
  type ToExport,
} from './export-messages.ts';
import { exporters } from './list.ts';
import { writeExport } from './write-export.ts';

if (!parentPort) throw new Error('The thread is started by an export');
const port = parentPort;
const { source, format, choices, ahead }: ThreadInput = workerData;

/** What waits for a message from outside. */
let onEntries: ((entries: readonly HistoryEntry[]) => void) | null = null;
let onMore: (() => void) | null = null;
let credit = ahead;

port.on('message', (message: ToExport) => {
  if (message.type === 'entries') onEntries?.(message.entries);
  else {
    credit += 1;
    onMore?.();
  }
});

function send(message: FromExport, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

function entriesBefore(before: number | undefined): Promise<readonly HistoryEntry[]> {
  return new Promise((resolve) => {
    onEntries = resolve;
    send({ type: 'entries-before', before });
  });
}

/** A reader that is slower than the writer: no more than a few chunks lie in memory. */
async function room(): Promise<void> {
  while (credit === 0) await new Promise<void>((resolve) => (onMore = resolve));
  credit -= 1;
}

/** A message for each step would be more work than the export. */
function nowAndThen(): (share: number) => void {
  let last = -1;
  return (share) => {
    if (share - last < 0.01 && share < 1) return;
    last = share;
    send({ type: 'progress', share });
  };
}

try {
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) throw new RangeError(`There is no format ${format}`);
  const chunks = writeExport(source, { exporter, choices }, entriesBefore, nowAndThen());
  for await (const bytes of chunks) {
    await room();
    send({ type: 'chunk', bytes }, [bytes.buffer as ArrayBuffer]);
  }
  send({ type: 'done' });
} catch (error) {
  send({ type: 'failed', reason: explainedError(error) });
}
port.close();
