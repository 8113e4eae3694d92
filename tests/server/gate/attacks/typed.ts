/** An honest change of the sender. */
import type * as Y from 'yjs';
import { own, textOf, updateBy } from '../document.ts';

export function typed(doc: Y.Doc): Uint8Array {
  return updateBy(doc, own, (copy) => textOf(copy, 1).insert(0, 'Yes. '));
}
