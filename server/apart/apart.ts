// Work in a process of its own: what takes long there keeps nobody waiting here,
// and what takes too much ends alone. No thread: one that runs out of memory
// takes the whole process along, whatever its limit.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Limits {
  /** Of the JavaScript heap. */
  readonly megabytes: number;
  /** Of computing; waiting for somebody costs nothing. */
  readonly seconds: number;
}

/** How work ended by itself: done, over one of its limits, or by an error. */
export type Ending = 'done' | 'out-of-memory' | 'out-of-time' | Error;

export interface Listener<From> {
  heard(message: From): void;
  /** Once, unless it was ended from here. Nothing is heard afterwards. */
  ended(how: Ending): void;
}

/** What the process tells: words of the work, and how it ended. */
export type Told<From> =
  | { readonly said: From }
  | { readonly done: true }
  | { readonly failed: string };

export class Apart<Task, To, From> {
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;
  #listener: Listener<From> | null;

  /** `program` calls `work` of work.ts, with the same types; whatever is sent is cloned. */
  constructor(program: URL, task: Task, limits: Limits, listener: Listener<From>) {
    this.#listener = listener;
    this.#child = fork(fileURLToPath(program), [String(process.pid), String(limits.seconds)], {
      execArgv: [`--max-old-space-size=${limits.megabytes}`],
      // It needs no secret of this process, and tells nothing but its answer.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.#child.on('message', (told: Told<From>) => {
      if ('said' in told) this.#listener?.heard(told.said);
      else this.#settle('done' in told ? 'done' : new Error(told.failed));
    });
    this.#gone = new Promise((resolve) => {
      this.#child.once('error', (error) => {
        this.#settle(error);
        resolve();
      });
      this.#child.once('exit', (code, signal) => {
        this.#settle(endingOf(code, signal));
        resolve();
      });
    });
    this.#send(task);
  }

  say(message: To): void {
    this.#send(message);
  }

  /** At once, wherever it is. Resolves when nothing of it goes on; also after it has ended. */
  async end(): Promise<void> {
    this.#listener = null;
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  #send(message: unknown): void {
    // Where it has ended, its exit says so.
    this.#child.send(message as object, undefined, undefined, () => {});
  }

  #settle(how: Ending): void {
    const listener = this.#listener;
    void this.end();
    listener?.ended(how);
  }
}

function endingOf(code: number | null, signal: NodeJS.Signals | null): Ending {
  if (signal === 'SIGALRM') return 'out-of-time';
  // Node ends itself by a signal where its heap is full, the system where all memory is.
  if (signal !== null) return 'out-of-memory';
  return new Error(`The process ended with code ${code} and without an answer`);
}
