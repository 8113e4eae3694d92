/**
 * The whole document as the one frame that a newcomer gets: encoded once for
 * all who come while nothing changes. A hundred joins at once encode it once.
 */
import * as Y from 'yjs';
import { stateFrame } from './frames.ts';

/** An idle document does not lie in memory twice, in ms. */
const KEPT = 10_000;

export class WholeState {
  readonly #doc: Y.Doc;
  #frame: Uint8Array | null = null;
  readonly #forget = (): void => {
    this.#frame = null;
  };

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on('update', this.#forget);
  }

  frame(): Uint8Array {
    if (!this.#frame) {
      this.#frame = stateFrame(Y.encodeStateAsUpdate(this.#doc));
      setTimeout(this.#forget, KEPT).unref();
    }
    return this.#frame;
  }
}
