/**
 * The one queue of a document: everything that reads or changes a room runs
 * here, one after the other. Tasks that need no waiting run in one go without
 * yielding, so that what arrived together is committed together.
 */
export class Queue {
  readonly #tasks: (() => void | Promise<void>)[] = [];
  readonly #onIdle: () => void;
  #running = false;

  /** `onIdle` is called whenever the queue has run dry. */
  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
  }

  /** A task handles its own errors; one that throws anyway ends the process loudly. */
  push(task: () => void | Promise<void>): void {
    this.#tasks.push(task);
    if (!this.#running) {
      this.#running = true;
      // Deferred: frames that the socket delivers in the same turn join this run.
      setImmediate(() => void this.#run());
    }
  }

  /** Runs `task` in its turn and gives its value to the caller. */
  ask<T>(task: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.push(async () => {
        try {
          resolve(await task());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  async #run(): Promise<void> {
    for (let task = this.#tasks.shift(); task; task = this.#tasks.shift()) {
      const waiting = task();
      if (waiting) await waiting;
    }
    this.#running = false;
    this.#onIdle();
  }
}
