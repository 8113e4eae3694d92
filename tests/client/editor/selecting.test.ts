// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../../../client/store/new-id.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { anchor, claimA, copyOf } from './shared-text.ts';
import { editor, live, mount, open, paint, pieces, select, text, told } from './opened-editor.ts';

describe('What is selected', () => {
  test('is told with the claims under it, and its place holds over blocks and other claims', () => {
    anchor(live.doc, claimA, 'Prices rose');
    open();
    editor.paint(new Map([[claimA, paint('open')]]));
    select('in May.', 'rose');
    const selected = editor.selection();
    expect(selected).toMatchObject({
      by: 'selection',
      words: 'in May.\nPrices rose',
      claims: [claimA],
    });
    expect(told).toEqual(['selection: in May.\nPrices rose']);
    const place = editor.place();
    expect(isRefusal(place) ? place : place.words).toBe('in May.\nPrices rose');
    expect(isRefusal(place) ? place : place.place.block).toBe(0);
  });

  test('is trimmed to whole words’ edges and none where there is nothing', () => {
    open();
    expect(editor.place()).toMatchObject({ code: 'words-not-found' });
    select(' rate ', ' rate ');
    const place = editor.place();
    expect(isRefusal(place) ? place : place.words).toBe('rate');
    editor.clearSelection();
    expect(editor.selection()).toBeNull();
  });

  test('longer than a claim may be is refused with the figure', () => {
    const words = 'word '.repeat(500);
    ((live.text.get(1) as Y.XmlElement).get(0) as Y.XmlElement).insert(0, [new Y.XmlText(words)]);
    open();
    select('word', 'near.');
    expect(editor.place()).toMatchObject({
      code: 'bad-request',
      reason: expect.stringContaining('2,000'),
    });
  });

  test('shows as a claim at once when it is marked, until the server has put it on the text', async () => {
    open();
    select('Nobody knows');
    const place = editor.place();
    if (isRefusal(place)) throw new Error(place.reason);
    const claimId = newId();
    live.store.dispatch('claim.mark', { claimId, place: place.place, checks: 'said' });
    expect(mount.querySelector('.pending')?.textContent).toBe('Nobody knows');
    expect(pieces(claimId)).toEqual([]);
    const record = live.store.getState().claims.get(claimId);
    live.doc.transact(() => {
      anchor(live.doc, claimId, 'Nobody knows');
      live.doc.getMap('claims').set(claimId, record);
    }, 'server');
    expect(mount.querySelector('.pending')).toBeNull();
    expect(pieces(claimId).map(({ textContent }) => textContent)).toEqual(['Nobody knows']);
  });
});

describe('The keyboard in a text that cannot be edited', () => {
  const press = (key: string, init: KeyboardEventInit = {}): boolean =>
    text().dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
    );

  test('goes sentence by sentence, over the ends of blocks, and back', () => {
    open();
    for (let i = 0; i < 4; i += 1) press('ArrowDown');
    expect(told).toEqual([
      'sentence: The rate fell.',
      'sentence: It fell\nin May.',
      'sentence: Prices rose.',
      'sentence: Nobody knows why.',
    ]);
    press('ArrowUp');
    expect(editor.selection()?.words).toBe('Prices rose.');
    expect(mount.querySelector('.sentence-cursor')?.textContent).toBe('Prices rose.');
  });

  test('extends with Shift, shrinks again, and is what gets marked', () => {
    open();
    for (let i = 0; i < 2; i += 1) press('ArrowDown');
    press('ArrowDown', { shiftKey: true });
    expect(editor.selection()?.words).toBe('It fell\nin May.\nPrices rose.');
    press('ArrowUp', { shiftKey: true });
    expect(editor.selection()?.words).toBe('It fell\nin May.');
    const place = editor.place();
    expect(isRefusal(place) ? place : place.words).toBe('It fell\nin May.');
  });

  test('goes to the first and last sentence of a block by Home and End, with Shift to both', () => {
    open();
    press('ArrowDown');
    press('End');
    expect(editor.selection()?.words).toBe('It fell\nin May.');
    press('Home', { shiftKey: true });
    expect(editor.selection()?.words).toBe('The rate fell. It fell\nin May.');
    press('Home');
    const place = editor.place();
    // Neither the blank behind it nor anything else.
    expect(isRefusal(place) ? place : place.words).toBe('The rate fell.');
  });

  test('goes on after the sentence that it put away, for one that was marked', () => {
    open();
    press('ArrowDown');
    press('ArrowDown');
    editor.clearSelection();
    expect(editor.selection()).toBeNull();
    press('ArrowDown');
    expect(editor.selection()?.words).toBe('Prices rose.');
  });

  test('leaves other keys and other modes alone', () => {
    open();
    expect(press('j')).toBe(true);
    expect(press('ArrowDown', { ctrlKey: true })).toBe(true);
    expect(press('ArrowDown')).toBe(false);
    editor.setMode('edit');
    expect(editor.selection()).toBeNull();
    press('ArrowDown');
    expect(editor.selection()).toBeNull();
  });

  test('stays on its sentence while others write before it', () => {
    open();
    press('ArrowDown');
    press('ArrowDown');
    const block = (live.text.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    const other = copyOf(live.doc);
    const words = (
      (other.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlElement
    ).get(0) as Y.XmlText;
    words.insert(0, 'Before. ');
    Y.applyUpdate(live.doc, Y.encodeStateAsUpdate(other));
    expect(block.get(0).toString()).toContain('Before.');
    expect(editor.selection()?.words).toBe('It fell\nin May.');
  });
});
