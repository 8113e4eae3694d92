// One export under way, seen from the main thread: chunks as they are ready,
// how far it is, and an end at any moment.
import { Worker } from 'node:worker_threads';
import type { EntriesBefore } from '../records/whole-words.ts';
import type { FromExport, ThreadInput, ToExport } from './export-messages.ts';

/** Chunks that wait for a slow reader. */
const AHEAD = 8;
/** A document at its limit of 64 MB, its records as objects, and the file's pieces. */
const MEMORY_MB = 2048;

export class ExportJob {
  readonly #worker: Worker;
  readonly #ready: Uint8Array[] = [];
  #share = 0;
  #ended: { readonly error: Error | null } | null = null;
  #wake: (() => void) | null = null;

  constructor(input: Omit<ThreadInput, 'ahead'>, entries: EntriesBefore) {
    this.#worker = new Worker(new URL('./export-thread.ts', import.meta.url), {
      workerData: { ...input, ahead: AHEAD } satisfies ThreadInput,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.#worker.on('message', (message: FromExport) => void this.#receive(message, entries));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('The export was stopped')));
  }

  /** From 0 to 1. */
  get share(): number {
    return this.#share;
  }

  /** In order; to be read once. Throws where the export failed or was stopped. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = this.#ready.shift();
      if (chunk) {
        yield chunk;
        this.#post({ type: 'more' });
      } else if (this.#ended) {
        if (this.#ended.error) throw this.#ended.error;
        return;
      } else {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    }
  }

  /** Also after it has ended; nothing of it goes on. */
  async stop(): Promise<void> {
    this.#end(new Error('The export was stopped'));
    await this.#worker.terminate();
  }

  async #receive(message: FromExport, entries: EntriesBefore): Promise<void> {
    switch (message.type) {
      case 'progress':
        this.#share = message.share;
        return;
      case 'chunk':
        this.#ready.push(message.bytes);
        this.#wake?.();
        return;
      case 'done':
        this.#end(null);
        return;
      case 'failed':
        this.#end(new Error(message.reason));
        return;
      case 'entries-before':
        try {
          this.#post({ type: 'entries', entries: await entries(message.before) });
        } catch (error) {
          this.#end(error instanceof Error ? error : new Error(String(error)));
          await this.#worker.terminate();
        }
    }
  }

  #post(message: ToExport): void {
    if (!this.#ended) this.#worker.postMessage(message);
  }

  #end(error: Error | null): void {
    this.#ended ??= { error };
    this.#wake?.();
  }
}
