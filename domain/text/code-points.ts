// Offsets in code points, which is what the W3C selectors and the API count in,
// against UTF-16 units, which is what JavaScript, ProseMirror and Yjs count in.
// A lone surrogate is one code point.

const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Both directions for one string. Costs one pass to make, then O(log pairs) a call. */
export class CodePoints {
  readonly length: number;
  readonly #units: number;
  /** The unit at which each surrogate pair starts, ascending. */
  readonly #pairs: number[] = [];

  constructor(text: string) {
    for (const match of text.matchAll(pair)) this.#pairs.push(match.index);
    this.#units = text.length;
    this.length = text.length - this.#pairs.length;
  }

  /** The code-point offset of UTF-16 offset `unit`; inside a pair, that of the pair. */
  ofUnit(unit: number): number {
    const at = Math.min(Math.max(unit, 0), this.#units);
    const before = this.#count((pairStart) => pairStart + 1 < at);
    const inside = this.#pairs[before] === at - 1 ? 1 : 0;
    return at - before - inside;
  }

  /** The UTF-16 offset of code-point offset `point`. */
  toUnit(point: number): number {
    const at = Math.min(Math.max(point, 0), this.length);
    return at + this.#count((pairStart, index) => pairStart - index < at);
  }

  /** How many pairs from the start on satisfy a condition that, once false, stays false. */
  #count(holds: (pairStart: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
