// Reads files of text beside the rest of the server: short ones at once, long
// ones in a thread of their own, few at a time, each with an end.
import { Worker } from 'node:worker_threads';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { carryOut, type ReadingResult, type ReadingTask } from './reading-tasks.ts';

/** Read in a few milliseconds: less than a thread takes to start. */
const short = 64 * 1024;
const fewEdits = 100;
const atOnce = 2;
const longestMs = 60_000;

export class ReadingCancelled extends Error {
  override readonly name = 'ReadingCancelled';
}

let running = 0;
const waiting: (() => void)[] = [];

/** Rejects with `ReadingCancelled` once the signal says so; whatever was begun is ended. */
export async function readApart(
  task: ReadingTask,
  signal: AbortSignal,
): Promise<ReadingResult | Refusal> {
  if (signal.aborted) throw new ReadingCancelled();
  const edits = task.task === 'make' ? task.order.edits.length : 0;
  if (task.bytes.length <= short && edits <= fewEdits) return carryOut(task);
  await turn(signal);
  try {
    return await inThread(task, signal);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function turn(signal: AbortSignal): Promise<void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  if (!signal.aborted) return;
  running -= 1;
  waiting.shift()?.();
  throw new ReadingCancelled();
}

function inThread(task: ReadingTask, signal: AbortSignal): Promise<ReadingResult | Refusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const end = (settle: () => void): void => {
      clearTimeout(limit);
      signal.removeEventListener('abort', onAbort);
      settle();
      void worker.terminate();
    };
    const onAbort = (): void => end(() => reject(new ReadingCancelled()));
    const limit = setTimeout(() => end(() => resolve(tooLong)), longestMs);
    signal.addEventListener('abort', onAbort, { once: true });
    worker.once('message', (result: ReadingResult | Refusal) => end(() => resolve(result)));
    worker.once('error', (error: Error) =>
      end(() =>
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(tooLong)
          : reject(error),
      ),
    );
  });
}

const tooLong = refuse(
  'too-large',
  'This file takes too long to read. Split it and import the parts.',
);
