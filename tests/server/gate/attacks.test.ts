import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { textSchema } from '../../../domain/text/schema.ts';
import { applyChecked } from '../../../server/gate/apply-checked.ts';
import { checkUpdate } from '../../../server/gate/check-update.ts';
import { attacks } from './attacks.ts';
import { contextOf, emptyDocument, roots, sampleDocument } from './document.ts';

describe('the first check', () => {
  test.each(attacks)('refuses $name ($first)', ({ make, from, first }) => {
    const doc = sampleDocument();
    const bytes = make(doc);
    const before = fingerprint(doc);
    expect(checkUpdate(bytes, contextOf(doc, from))).toEqual({
      ok: false,
      refusal: { code: first, reason: expect.stringMatching(/^[A-Z].+\.$/s) },
    });
    expect(fingerprint(doc)).toEqual(before);
  });
});

describe('the second check, alone', () => {
  test.each(attacks.filter(({ second }) => second === 'caught'))(
    'catches $name',
    ({ make, from }) => {
      const doc = sampleDocument();
      const outcome = applyChecked(doc, make(doc), 'test', contextOf(doc, from));
      expect(outcome).toMatchObject({ code: 'gate-breach' });
    },
  );

  test.each(attacks.filter(({ second }) => second === 'nothing wrong'))(
    'need not catch $name',
    ({ make, from }) => {
      const doc = sampleDocument();
      const record = recordOf(doc);
      expect(applyChecked(doc, make(doc), 'test', contextOf(doc, from))).not.toHaveProperty('code');
      expect(recordOf(doc)).toEqual(record);
      expectSound(doc);
    },
  );
});

test('what only the first check catches does no harm, and that is little', () => {
  const uncaught = attacks.filter(({ second }) => second !== 'caught');
  expect(uncaught.length / attacks.length).toBeLessThan(0.1);
});

/** Everything of a document that an update could change. */
function fingerprint(doc: Y.Doc): unknown {
  const { pendingStructs, pendingDs } = doc.store;
  return {
    state: Y.encodeStateAsUpdate(doc),
    roots: [...doc.share.keys()],
    pendingStructs,
    pendingDs,
    client: doc.clientID,
  };
}

function recordOf(doc: Y.Doc): unknown {
  return roots.map((root) => doc.getMap(root).toJSON());
}

/** Can be loaded again, holds nothing back, and shows as the schema says. */
function expectSound(doc: Y.Doc): void {
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
