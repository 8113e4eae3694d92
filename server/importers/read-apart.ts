// Reads files of text beside the rest of the server: short ones at once, long
// ones in a process of their own, few at a time, each with an end. No thread:
// one that runs out of memory takes the whole process along, whatever its limit.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import {
  carryOut,
  type FromReading,
  type ReadingResult,
  type ReadingTask,
} from './reading-tasks.ts';

/** Read in a few milliseconds: less than a process takes to start. */
const short = 64 * 1024;
const fewEdits = 100;
const atOnce = 2;
const longestMs = 60_000;
const mostMegabytes = 1024;
const program = fileURLToPath(new URL('./read-process.ts', import.meta.url));

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
    return await inProcess(task, signal);
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

function inProcess(task: ReadingTask, signal: AbortSignal): Promise<ReadingResult | Refusal> {
  return new Promise((resolve, reject) => {
    const child = fork(program, {
      execArgv: [`--max-old-space-size=${mostMegabytes}`],
      // It needs no secret of this process, and tells nothing but its answer.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const end = (settle: () => void): void => {
      clearTimeout(limit);
      signal.removeEventListener('abort', onAbort);
      settle();
      child.kill('SIGKILL');
    };
    const onAbort = (): void => end(() => reject(new ReadingCancelled()));
    const limit = setTimeout(() => end(() => resolve(tooLong)), longestMs);
    signal.addEventListener('abort', onAbort, { once: true });
    child.once('message', (answer: FromReading) =>
      end(() => ('error' in answer ? reject(answer.error) : resolve(answer.result))),
    );
    child.once('error', (error) => end(() => reject(error)));
    // Without an answer: it ran out of memory, which Node itself answers by ending the process.
    child.once('exit', () => end(() => resolve(tooLong)));
    child.send(task);
  });
}

const tooLong = refuse(
  'too-large',
  'This file takes too long to read. Split it and import the parts.',
);
