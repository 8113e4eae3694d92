import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { applyChecked } from '../../../server/gate/apply-checked.ts';
import type { AppliedUpdate } from '../../../server/gate/apply-checked.ts';
import { typed } from './attacks/typed.ts';
import { contextOf, emptyDocument, own, sampleDocument, textOf, updateBy } from './document.ts';

function apply(doc: Y.Doc, bytes: Uint8Array): AppliedUpdate {
  const outcome = applyChecked(doc, bytes, 'origin', contextOf(doc));
  if ('code' in outcome) throw new Error(outcome.reason);
  return outcome;
}

test('hands back the document’s own bytes, which bring a copy to the same state', () => {
  const doc = sampleDocument();
  const copy = emptyDocument(9);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const { own: mine, cleanups } = apply(doc, typed(doc));
  expect([mine.length, cleanups.length]).toEqual([1, 0]);
  for (const update of mine) Y.applyUpdate(copy, update);
  expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc));
});

test('keeps apart what Yjs tidies up in consequence', () => {
  const doc = sampleDocument();
  apply(
    doc,
    updateBy(doc, own, (copy) => textOf(copy, 1).format(0, 3, { strong: {} })),
  );
  apply(
    doc,
    updateBy(doc, own, (copy) => textOf(copy, 1).format(6, 3, { strong: {} })),
  );
  // The words go whose formats stood around them: two ends and a beginning are left, of which one is enough.
  const structs = doc.store.clients.get(1) ?? [];
  const before = Y.encodeStateAsUpdate(doc);
  const deletion = updateBy(doc, 7, (copy) => {
    copy.transact((transaction) => {
      for (const struct of copy.store.clients.get(1) ?? []) {
        if (
          struct instanceof Y.Item &&
          struct.content instanceof Y.ContentString &&
          struct.parent === textOf(copy, 1)
        ) {
          struct.delete(transaction);
        }
      }
    });
  });
  expect(structs.length).toBeGreaterThan(0);
  const { own: mine, cleanups } = apply(doc, deletion);
  expect(mine.length).toBe(1);
  expect(cleanups.length).toBe(1);
  const deletes = (update: Uint8Array | undefined) => [
    ...Y.decodeUpdate(update ?? new Uint8Array()).ds.clients.keys(),
  ];
  expect(Y.decodeUpdate(cleanups[0] ?? new Uint8Array()).structs).toEqual([]);
  expect(deletes(cleanups[0]).length).toBeGreaterThan(0);

  const copy = emptyDocument(9);
  for (const update of [before, ...mine, ...cleanups]) Y.applyUpdate(copy, update);
  expect(textOf(copy, 1).toDelta()).toEqual(textOf(doc, 1).toDelta());
});

test('leaves no listener behind, whatever happens', () => {
  const doc = sampleDocument();
  const listeners = (): number[] =>
    ['update', 'beforeObserverCalls'].map((name) => doc._observers.get(name)?.size ?? 0);
  const before = listeners();
  apply(doc, typed(doc));
  expect(applyChecked(doc, Uint8Array.of(1), 'origin', contextOf(doc))).toMatchObject({
    code: 'gate-breach',
  });
  expect(listeners()).toEqual(before);
});

test('stops a change by somebody who may not write, though the first check should have', () => {
  const doc = sampleDocument();
  const bytes = typed(doc);
  for (const from of [{ mayEditText: false }, { locked: true }]) {
    expect(applyChecked(doc, bytes, 'origin', contextOf(doc, from))).toMatchObject({
      code: 'gate-breach',
    });
  }
});
