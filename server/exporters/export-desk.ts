// All exports of this server: so many at once, the others wait their turn, and
// whoever asked for one can ask how far it is.
import type { ExportJob } from './export-job.ts';

/** Each takes a core and up to some hundred MB. */
const AT_ONCE = 2;
/** More than wait already are refused: somebody asks in a loop. */
const WAITING = 20;

export type Standing =
  | { readonly is: 'waiting'; readonly ahead: number }
  | { readonly is: 'running'; readonly share: number };

interface Turn {
  readonly key: string;
  readonly begin: () => void;
}

interface Running {
  readonly key: string;
  /** Null until what it is made of has been read. */
  job: ExportJob | null;
}

export class ExportDesk {
  #free = AT_ONCE;
  readonly #running = new Set<Running>();
  #waiting: Turn[] = [];

  /** Whether nobody more may wait. */
  get full(): boolean {
    return this.#waiting.length >= WAITING;
  }

  /** How far the export under this key is; null where there is none. */
  standing(key: string): Standing | null {
    for (const one of this.#running) {
      if (one.key === key) return { is: 'running', share: one.job?.share ?? 0 };
    }
    const ahead = this.#waiting.findIndex((turn) => turn.key === key);
    return ahead < 0 ? null : { is: 'waiting', ahead };
  }

  /**
   * Waits for its turn, then makes the job and hands its chunks on. The job ends
   * when the reader has enough, or `signal` says so.
   */
  async *run(
    key: string,
    make: () => Promise<ExportJob>,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    if (!(await this.#turn(key, signal))) return;
    const running: Running = { key, job: null };
    this.#running.add(running);
    const stop = (): void => void running.job?.stop();
    signal.addEventListener('abort', stop, { once: true });
    try {
      running.job = await make();
      if (!signal.aborted) yield* running.job.chunks();
    } finally {
      signal.removeEventListener('abort', stop);
      await running.job?.stop();
      this.#running.delete(running);
      this.#pass();
    }
  }

  /** False where it was given up while it waited. */
  #turn(key: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const turn = { key, begin: () => resolve(true) };
      this.#waiting.push(turn);
      signal.addEventListener('abort', () => {
        this.#waiting = this.#waiting.filter((other) => other !== turn);
        // Settled already where its turn had come.
        resolve(false);
      });
    });
  }

  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next.begin();
    else this.#free += 1;
  }
}
