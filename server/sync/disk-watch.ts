/**
 * Whether the disk takes writes, as far as is known: from the first write that
 * it did not take until a probe went through. Meanwhile rooms are opened to read
 * alone, and nobody has to do anything for it to go on.
 */
import type { Logger } from 'pino';

export interface DiskWatchOptions {
  /** Resolves once something was written durably. */
  readonly probe: () => Promise<void>;
  /** The probe went through. While this rejects, the disk counts as failing. */
  readonly recovering: () => Promise<void>;
  /** It counts as sound again. */
  readonly recovered: () => void;
  readonly log: Logger;
  /** The first pause between two probes, in ms; each is twice the one before. */
  readonly firstPause?: number;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** A disk that fails again sooner than this is not asked at once, in ms: what is too large for it may come again and again. */
const CALM = 60_000;

export class DiskWatch {
  readonly #options: DiskWatchOptions;
  #failing = false;
  #probes = 0;
  #soundSince = -Infinity;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(options: DiskWatchOptions) {
    this.#options = options;
  }

  get failing(): boolean {
    return this.#failing;
  }

  /** A write was not taken. */
  failed(error: unknown): void {
    if (this.#failing || this.#stopped) return;
    this.#failing = true;
    if (performance.now() - this.#soundSince > CALM) this.#probes = 0;
    this.#options.log.error({ err: error }, 'nothing can be saved: the disk takes no writes');
    this.#schedule();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#stopped) return;
    const { firstPause = FIRST_PAUSE } = this.#options;
    // The first at once: what did not fit may have been large, and the disk sound.
    const pause =
      this.#probes === 0 ? 0 : Math.min(firstPause * 2 ** (this.#probes - 1), LONGEST_PAUSE);
    this.#probes += 1;
    this.#timer = setTimeout(() => void this.#probe(), pause * (0.8 + Math.random() * 0.4));
    this.#timer.unref();
  }

  async #probe(): Promise<void> {
    const { probe, recovering, recovered, log } = this.#options;
    try {
      await probe();
      await recovering();
    } catch {
      return this.#schedule();
    }
    if (this.#stopped) return;
    this.#failing = false;
    this.#soundSince = performance.now();
    log.warn({ probes: this.#probes }, 'the disk takes writes again');
    recovered();
  }
}
