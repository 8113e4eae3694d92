import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { limits } from '../../../domain/limits.ts';
import { SizeBudget } from '../../../server/sync/size-budget.ts';

function document(words: number): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x'.repeat(words));
  return doc;
}

test('what was appended counts only until the document itself is measured', () => {
  const budget = new SizeBudget(document(1000), limits.documentBytes, () => {});
  expect(budget.refusal(1)).toBeNull();
  expect(budget.refusal(limits.documentBytes - 900)).toMatchObject({ code: 'document-too-large' });
});

test('it warns once, and of the size that the document really has', () => {
  const warned: number[] = [];
  const small = new SizeBudget(document(10), 0, (bytes) => warned.push(bytes));
  small.add(limits.documentWarnBytes + 1);
  expect(warned).toEqual([]);
  const large = new SizeBudget(document(limits.documentWarnBytes + 1), 0, (bytes) =>
    warned.push(bytes),
  );
  large.add(limits.documentWarnBytes + 1);
  large.add(1);
  expect(warned).toHaveLength(1);
  expect(warned[0]).toBeGreaterThan(limits.documentWarnBytes);
});
