/** The main thread's end of a thread: calls become messages, replies become promises. */
import { type TransferListItem, Worker } from 'node:worker_threads';
import { StorageError } from './errors.ts';
import type { Call, Calls, FromThread, Reply, ThreadData, ToThread } from './messages.ts';
import { putTogether } from './plain-error.ts';

export interface CallOptions {
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Buffers that move instead of being copied; the caller's views of them go empty. */
  readonly transfer?: readonly TransferListItem[];
}

interface Waiting {
  settle(reply: Reply): void;
  fail(error: Error): void;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

export class Thread<C extends Calls> {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  #outgoing: Call<C>[] = [];
  #transfer: TransferListItem[] = [];
  #nextId = 1;
  #over: Error | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromThread) => this.#receive(message));
    worker.on('error', (error) => this.#end(new StorageError('failed', error.message)));
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.#end(new StorageError('closed', 'The database is closed'));
        resolve();
      });
    });
  }

  /** Resolves once the thread can serve; rejects with what kept it from it. */
  static async start<C extends Calls>(file: URL, data: ThreadData): Promise<Thread<C>> {
    const worker = new Worker(file, { workerData: data });
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (message: FromThread) => {
        worker.off('error', reject);
        if (message.type === 'not-ready') reject(putTogether(message.error));
        else resolve();
      });
    });
    return new Thread<C>(worker);
  }

  call<K extends keyof C & string>(
    name: K,
    input: C[K]['input'],
    options: CallOptions = {},
  ): Promise<C[K]['output']> {
    if (this.#over) return Promise.reject(this.#over);
    const id = this.#nextId++;
    const { signal, onProgress, transfer = [] } = options;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        settle: (reply) => {
          if ('error' in reply) reject(putTogether(reply.error));
          // Our own thread answers: `Calls` names what it gives for this name.
          else resolve(reply.value as C[K]['output']);
        },
        fail: reject,
        onProgress,
      });
      this.#send({ id, name, input } as Call<C>, transfer);
      signal?.addEventListener('abort', () => this.#post({ type: 'cancel', id }), { once: true });
    });
  }

  /** What was asked before is answered first. */
  async close(): Promise<void> {
    if (!this.#over) this.#post({ type: 'close' });
    await this.#ended;
  }

  /** Calls of one turn of the event loop's microtasks travel as one message. */
  #send(call: Call<C>, transfer: readonly TransferListItem[]): void {
    this.#outgoing.push(call);
    this.#transfer.push(...transfer);
    if (this.#outgoing.length === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    if (this.#outgoing.length === 0) return;
    const calls = this.#outgoing;
    const transfer = this.#transfer;
    this.#outgoing = [];
    this.#transfer = [];
    this.#worker.postMessage({ type: 'calls', calls } satisfies ToThread<C>, transfer);
  }

  #post(message: ToThread<C>): void {
    this.#flush();
    this.#worker.postMessage(message);
  }

  #receive(message: FromThread): void {
    if (message.type === 'progress') {
      this.#waiting.get(message.id)?.onProgress?.(message.done, message.of);
    }
    if (message.type !== 'replies') return;
    for (const reply of message.replies) {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      waiting?.settle(reply);
    }
  }

  #end(reason: Error): void {
    this.#over ??= reason;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.fail(this.#over);
  }
}
