// Reads files beside the rest of the server: short ones at once, long ones in a
// process of their own, few at a time, each with an end.
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { Apart, type Ending, type Limits } from '../apart/apart.ts';
import type { FromReading, ToReading } from './read-messages.ts';
import { carryOut, type Outcome, type ReadingTask, type TaskName } from './reading-tasks.ts';
import type { Reserve } from './whole-file.ts';

/** Read in a few milliseconds: less than a process takes to start. */
const short = 64 * 1024;
const fewEdits = 100;
const atOnce = 2;
const ofText: Limits = { megabytes: 1024, seconds: 60 };
/** Six times as large, and its records are objects. */
const ofWhole: Limits = { megabytes: 2048, seconds: 120 };
const program = new URL('./read-process.ts', import.meta.url);

export class ReadingCancelled extends Error {
  override readonly name = 'ReadingCancelled';
}

let running = 0;
const waiting: (() => void)[] = [];

interface Means {
  /** Only where people may come with the file. */
  readonly reserve?: Reserve;
  /** Instead of the usual. */
  readonly limits?: Limits;
}

const nobody: Reserve = async () => [];

/** Rejects with `ReadingCancelled` once the signal says so; whatever was begun is ended. */
export async function readApart<Name extends TaskName>(
  task: ReadingTask<Name>,
  signal: AbortSignal,
  { reserve = nobody, limits = task.task === 'whole' ? ofWhole : ofText }: Means = {},
): Promise<Outcome<Name>> {
  if (signal.aborted) throw new ReadingCancelled();
  const edits = 'order' in task ? task.order.edits.length : 0;
  if (task.bytes.length <= short && edits <= fewEdits) return carryOut(task, reserve);
  await turn(signal);
  try {
    return await inProcess(task, signal, { reserve, limits });
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

function inProcess<Name extends TaskName>(
  task: ReadingTask<Name>,
  signal: AbortSignal,
  { reserve, limits }: Required<Means>,
): Promise<Outcome<Name>> {
  return new Promise((resolve, reject) => {
    let outcome: Outcome | null = null;
    const apart = new Apart<ReadingTask, ToReading, FromReading>(
      program,
      task as ReadingTask,
      limits,
      {
        heard(message) {
          if ('outcome' in message) outcome = message.outcome;
          else reserve(message.reserve).then((numbers) => apart.say(numbers), fail);
        },
        ended(how) {
          signal.removeEventListener('abort', onAbort);
          if (how instanceof Error) reject(how);
          // It says nothing but the outcome of its own task.
          else resolve((outcome ?? tooMuch(how, task.task === 'whole')) as Outcome<Name>);
        },
      },
    );
    const fail = (error: unknown): void => {
      signal.removeEventListener('abort', onAbort);
      void apart.end();
      reject(error);
    };
    const onAbort = (): void => fail(new ReadingCancelled());
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

function tooMuch(how: Ending, whole: boolean): Refusal {
  const what = how === 'out-of-memory' ? 'memory' : 'time';
  return refuse(
    'too-large',
    whole
      ? `This file takes more ${what} to read than the server gives an import. Nothing was imported.`
      : `This file takes too much ${what} to read. Split it and import the parts.`,
  );
}
