// One export under way, seen from the server: chunks as they are ready, how far
// it is, and an end at any moment.
import { refuse } from '../../domain/refusal.ts';
import { Apart, type Ending, type Limits } from '../apart/apart.ts';
import type { EntriesBefore } from '../records/whole-words.ts';
import { RefusedError } from '../refused-error.ts';
import type { ExportTask, FromExport, ToExport } from './export-messages.ts';

/** Chunks that wait for a slow reader. */
const AHEAD = 8;
/** A document at its limit of 64 MB, its records as objects, and the file's pieces. */
const usual: Limits = { megabytes: 2048, seconds: 300 };
const program = new URL('./export-process.ts', import.meta.url);

export class ExportJob {
  readonly #apart: Apart<ExportTask, ToExport, FromExport>;
  readonly #ready: Uint8Array[] = [];
  #share = 0;
  #ended: { readonly error: Error | null } | null = null;
  #wake: (() => void) | null = null;

  constructor(input: Omit<ExportTask, 'ahead'>, entries: EntriesBefore, limits = usual) {
    this.#apart = new Apart(program, { ...input, ahead: AHEAD }, limits, {
      heard: (message) => void this.#receive(message, entries),
      ended: (how) => this.#end(errorOf(how)),
    });
  }

  /** From 0 to 1. */
  get share(): number {
    return this.#share;
  }

  /** In order; to be read once. Throws where the export failed or was stopped, with a `RefusedError` where it took too much. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = this.#ready.shift();
      if (chunk) {
        yield chunk;
        this.#say({ type: 'more' });
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
    await this.#apart.end();
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
      case 'entries-before':
        try {
          this.#say({ type: 'entries', entries: await entries(message.before) });
        } catch (error) {
          this.#end(error instanceof Error ? error : new Error(String(error)));
          await this.#apart.end();
        }
    }
  }

  #say(message: ToExport): void {
    if (!this.#ended) this.#apart.say(message);
  }

  #end(error: Error | null): void {
    this.#ended ??= { error };
    this.#wake?.();
  }
}

function errorOf(how: Ending): Error | null {
  if (how === 'done') return null;
  if (how instanceof Error) return how;
  const what = how === 'out-of-memory' ? 'memory' : 'time';
  return new RefusedError(
    refuse(
      'too-large',
      `This document is too large for this file: writing it takes more ${what} than the server gives an export. Choose another format, or leave something out.`,
    ),
  );
}
