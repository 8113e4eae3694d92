/** What the gate has to know about one sender and one document; the room makes it afresh for each frame. */
import type * as Y from 'yjs';

export interface GateContext {
  /** The room's document. Its root `text` is an XmlFragment; nothing in it is pending. */
  readonly doc: Y.Doc;
  /** Whether this sender may make new structs under this Yjs client id: theirs already, or free for them to take. */
  ownsClient(client: number): boolean;
  /** By role alone. */
  readonly mayEditText: boolean;
  readonly locked: boolean;
  /** The id of the anchor that has, or ever had, this formatting key in this document. */
  anchorOf(key: string): string | undefined;
}

/** The one root that clients may touch. */
export const TEXT_ROOT = 'text';

/** Elements inside each other; people reach ten, and every walk down the text stays within the stack. */
export const MAX_DEPTH = 32;
