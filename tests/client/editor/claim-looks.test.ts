// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../until.ts';
import { anchor, claimA, claimB, claimC } from './shared-text.ts';
import { editor, live, open, paint, pieces } from './opened-editor.ts';

describe('A claim’s look', () => {
  test('is told apart from the document: painting changes elements, never the text', () => {
    anchor(live.doc, claimA, 'rate fell. It');
    open();
    const before = Y.encodeStateVector(live.doc);
    const [piece] = pieces(claimA);
    editor.paint(new Map([[claimA, paint('disputed', '12 MT', 'mostly-true')]]));
    expect(piece?.className).toBe('anchor claim');
    expect(piece?.dataset).toMatchObject({ stage: 'disputed', rating: 'mostly-true', lane: '0' });
    // Screen readers hear of the open claim alone, unless somebody wants all.
    expect(piece?.getAttribute('role')).toBeNull();
    editor.setTellsAll(true);
    expect(piece?.getAttribute('role')).toBe('mark');
    editor.setTellsAll(false);
    editor.setCurrent(claimA);
    expect([piece?.getAttribute('role'), piece?.getAttribute('aria-details')]).toEqual([
      'mark',
      'claim',
    ]);
    editor.setCurrent(null);
    editor.paint(new Map([[claimA, paint('settled')]]));
    expect(pieces(claimA)[0]).toBe(piece);
    expect(piece?.dataset['stage']).toBe('settled');
    expect(piece?.dataset['rating']).toBeUndefined();
    expect(Y.encodeStateVector(live.doc)).toEqual(before);
  });

  test('is none for a mark whose record was withdrawn or never was', () => {
    anchor(live.doc, claimA, 'rate fell');
    open();
    expect(pieces(claimA)[0]?.className).toBe('anchor');
    editor.paint(new Map([[claimA, paint('open')]]));
    editor.paint(new Map());
    expect(pieces(claimA)[0]?.className).toBe('anchor');
    expect(pieces(claimA)[0]?.hasAttribute('role')).toBe(false);
  });

  test('bears its label on the last piece alone, wherever that comes to be', async () => {
    anchor(live.doc, claimA, 'in May.\nPrices');
    open('edit');
    editor.paint(new Map([[claimA, paint('open', '3')]]));
    await until(() => pieces(claimA).at(-1)?.dataset['label'] === '3', 'the label is drawn');
    expect(pieces(claimA).map(({ dataset }) => dataset['label'] ?? '')).toEqual(['', '3']);
    // Bold in the middle of the last piece parts it.
    const block = (live.text.get(0) as Y.XmlElement).get(1) as Y.XmlElement;
    (block.get(0) as Y.XmlText).format(2, 2, { strong: {} });
    await until(() => pieces(claimA).at(-1)?.dataset['label'] === '3', 'the label is drawn anew');
    expect(pieces(claimA).filter(({ dataset }) => dataset['label'] !== undefined)).toHaveLength(1);
  });

  test('is outlined for the current one, and only that', () => {
    anchor(live.doc, claimA, 'rate');
    anchor(live.doc, claimB, 'Prices');
    open();
    editor.paint(new Map([claimA, claimB].map((id) => [id, paint('open')])));
    editor.setCurrent(claimA);
    editor.setCurrent(claimB);
    expect(pieces(claimA)[0]?.classList.contains('current')).toBe(false);
    expect(pieces(claimB)[0]?.classList.contains('current')).toBe(true);
  });

  test('stands in a block, found by its mark and until it has one where it was marked', () => {
    anchor(live.doc, claimB, 'rate');
    open();
    const quote = { exact: 'rate', prefix: '', suffix: '' };
    const found = { words: 'The rate fell. It fell\nin May.', at: 4 };
    const elsewhere = { start: 0, end: 4 };
    expect(editor.blockOf({ id: claimB, quote, position: elsewhere })).toEqual(found);
    const marked = { id: claimC, quote, position: { start: 4, end: 8 } };
    expect(editor.blockOf(marked)).toEqual(found);
    expect(editor.blockOf({ ...marked, position: elsewhere })).toBeNull();
  });

  test('is asked of a claim that has no place: there is nothing to go to', () => {
    anchor(live.doc, claimB, 'rate');
    open();
    expect(editor.wordsOf(claimB)).toBe('rate');
    expect(editor.wordsOf(claimC)).toBeNull();
    expect(editor.fraction(claimC)).toBeNull();
    expect(editor.scrollTo(claimC)).toBe(false);
  });
});
