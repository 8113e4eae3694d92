/** What must hold of a document after whatever the gate let through, and what must not change when it refused. */
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { expect } from 'vitest';
import { textSchema } from '../../../domain/text/schema.ts';
import { emptyDocument, roots } from './document.ts';

/** Everything of a document that an update could change. */
export function fingerprint(doc: Y.Doc): unknown {
  const { pendingStructs, pendingDs } = doc.store;
  return {
    state: Y.encodeStateAsUpdate(doc),
    roots: [...doc.share.keys()],
    pendingStructs,
    pendingDs,
    client: doc.clientID,
  };
}

/** All that only the server may write. */
export function recordOf(doc: Y.Doc): unknown {
  return roots.map((root) => doc.getMap(root).toJSON());
}

/** Can be loaded again, holds nothing back, and shows as the schema says. */
export function expectSound(doc: Y.Doc): void {
  const copy = emptyDocument(5);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  expect(copy.getXmlFragment('text').toString()).toBe(doc.getXmlFragment('text').toString());
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  expect([...doc.share.keys()].sort()).toEqual(['text', ...roots].sort());
  const shown = doc.getXmlFragment('text').toString();
  yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment('text'), textSchema).check();
  // The binding deletes what it cannot show.
  expect(doc.getXmlFragment('text').toString()).toBe(shown);
}
