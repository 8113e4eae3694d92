/**
 * Tells reading from flying past: a block counts as read once most of it was on
 * the screen, of a page that somebody works on, for as long as its words take a
 * fast reader.
 */
import type { BlockInView } from '../../../../editor/blocks.ts';

type Seen = Pick<BlockInView, 'id' | 'share' | 'words'>;

/** Four times as fast as most people read; in ms. */
const A_WORD = 60;
const SHORTEST = 1000;
const LONGEST = 12_000;
/** How much of a block must be on the screen. */
const MOST_OF_IT = 0.5;

export class Attention {
  readonly #seen = new Map<string, number>();
  readonly #read: Set<string>;

  /** `read`: what was read before, which need not be told again. */
  constructor(read: Iterable<string> = []) {
    this.#read = new Set(read);
  }

  /** What is on the screen, since the last look `elapsed` ms ago. Returns what has been read just now. */
  look(blocks: readonly Seen[], elapsed: number): string[] {
    const now: string[] = [];
    for (const { id, share, words } of blocks) {
      if (share < MOST_OF_IT || this.#read.has(id)) continue;
      const seen = (this.#seen.get(id) ?? 0) + elapsed;
      if (seen < timeFor(words)) this.#seen.set(id, seen);
      else {
        this.#seen.delete(id);
        this.#read.add(id);
        now.push(id);
      }
    }
    return now;
  }
}

export function timeFor(words: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, words * A_WORD));
}
