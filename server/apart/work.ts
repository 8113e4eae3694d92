// The other side of apart.ts: a program that does one piece of work, and is
// ended with it. It never outlives the server that asked for it.
import { Worker } from 'node:worker_threads';
import type { Told } from './apart.ts';

export interface Talk<To, From> {
  say(message: From): void;
  /** Replaces who listened before. */
  listen(listener: (message: To) => void): void;
}

/** Waits for the task, carries it out and tells how it ended. */
export function work<Task, To, From>(
  carryOut: (task: Task, talk: Talk<To, From>) => Promise<void>,
): void {
  watch();
  let listener: (message: To) => void = () => {};
  const tell = (told: Told<From>): void => void process.send?.(told);
  const talk: Talk<To, From> = {
    say: (said) => tell({ said }),
    listen(next) {
      listener = next;
    },
  };
  process.once('message', (task: Task) => {
    process.on('message', (message: To) => listener(message));
    carryOut(task, talk).then(
      () => tell({ done: true }),
      (error: unknown) => tell({ failed: explained(error) }),
    );
  });
}

/** This thread notices nothing while it computes, so another one watches. */
function watch(): void {
  const [server, seconds] = process.argv.slice(2).map(Number);
  new Worker(new URL('./watch.ts', import.meta.url), { workerData: { server, seconds } }).unref();
  process.once('disconnect', () => process.exit());
}

/** An error does not travel whole: what it says, and where it came from. */
function explained(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
