/**
 * The one queue of a document: everything that reads or changes a room runs
 * here, one after the other. Tasks that need no waiting run in one go without
 * yielding, so that what arrived together is committed together.
 */
export class Queue {
  readonly #tasks: (() => void | Promise<void>)[] = [];
  readonly #onIdle: () => void;
  readonly #onError: (error: unknown) => void;
  #running = false;

  /** `onIdle` is called whenever the queue has run dry, `onError` when a task threw what it should have handled. */
  constructor(onIdle: () => void, onError: (error: unknown) => void) {
    this.#onIdle = onIdle;
    this.#onError = onError;
  }

  /** How many tasks wait. */
  get depth(): number {
    return this.#tasks.length;
  }

  push(task: () => void | Promise<void>): void {
    this.#tasks.push(task);
    if (!this.#running) {
      this.#running = true;
      // Deferred: frames that the socket delivers in the same turn join this run.
      setImmediate(() => void this.#run());
    }
  }

  async #run(): Promise<void> {
    for (let task = this.#tasks.shift(); task; task = this.#tasks.shift()) {
      try {
        const waiting = task();
        if (waiting) await waiting;
      } catch (error) {
        // An own mistake must not take down the other documents of this server.
        this.#onError(error);
      }
    }
    this.#running = false;
    this.#onIdle();
  }
}
