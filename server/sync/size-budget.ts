/**
 * How large a document may grow. What was appended is an upper bound of its
 * size; only when that reaches a limit is the document itself measured, which
 * takes a while for a large one.
 */
import * as Y from 'yjs';
import { limits } from '../../domain/limits.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';

const MB = 1024 * 1024;

export class SizeBudget {
  readonly #doc: Y.Doc;
  readonly #warn: (bytes: number) => void;
  #bytes: number;
  #warned = false;

  /** `bytes`: what was loaded. `warn` is called once, when the document passes the size to be warned of. */
  constructor(doc: Y.Doc, bytes: number, warn: (bytes: number) => void) {
    this.#doc = doc;
    this.#bytes = bytes;
    this.#warn = warn;
  }

  /** An upper bound of what the document takes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Why a change of so many bytes is too much, or null. */
  refusal(bytes: number): Refusal | null {
    if (this.#bytes + bytes <= limits.documentBytes) return null;
    this.#measure();
    if (this.#bytes + bytes <= limits.documentBytes) return null;
    return refuse(
      'document-too-large',
      `This document has reached ${limits.documentBytes / MB} MB, the most that one document can hold. Go on in a new one.`,
    );
  }

  /** So many bytes were applied. */
  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#warned || this.#bytes <= limits.documentWarnBytes) return;
    this.#measure();
    if (this.#bytes <= limits.documentWarnBytes) return;
    this.#warned = true;
    this.#warn(this.#bytes);
  }

  #measure(): void {
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length;
  }
}
