// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type ClaimPaint, createEditor, type EditorHandle } from '../../../client/editor/editor.ts';
import type { LiveDocument } from '../../../client/store/document.ts';
import { newId } from '../../../client/store/new-id.ts';
import { Readings } from '../../../client/store/readings.ts';
import { RecordStore } from '../../../client/store/record-store.ts';
import { openDevice } from '../../../client/sync/device.ts';
import { Outbox } from '../../../client/sync/outbox.ts';
import { toRelative } from '../../../client/editor/positions.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { until } from '../until.ts';
import {
  anchor,
  br,
  claimA,
  claimB,
  claimC,
  copyOf,
  doc,
  p,
  section,
  sharedDoc,
  shownAnew,
} from './shared-text.ts';

const person = { id: 1, name: 'Ada', role: 'lead' } as const;
const content = doc(
  section(p('The rate fell. It fell', br(), 'in May.'), p('Prices rose. Nobody knows why.')),
  section(p('The end is near.')),
);

let mount: HTMLElement;
let live: LiveDocument;
let editor: EditorHandle;
let told: string[] = [];

beforeEach(async () => {
  told = [];
  mount = document.createElement('div');
  document.body.append(mount);
  const shared = sharedDoc(content);
  const events: { store?: RecordStore } = {};
  const outbox = await Outbox.open(await openDevice('none'), 'copy', {
    onChange: () => events.store?.refresh(),
    onRefused: () => {},
  });
  const store = new RecordStore({ doc: shared, person, outbox });
  events.store = store;
  live = {
    generation: 1,
    session: { person, lineage: 'l', schema: 1, client: shared.clientID },
    doc: shared,
    text: shared.getXmlFragment('text'),
    awareness: new Awareness(shared),
    store,
    readings: new Readings(),
    hold: (composing) => told.push(`hold ${composing}`),
  };
});

afterEach(() => {
  editor.destroy();
  live.awareness.destroy();
  mount.remove();
});

function open(mode: 'annotate' | 'edit' = 'annotate'): void {
  editor = createEditor({
    mount,
    live,
    mode,
    label: 'A report',
    onSelection: (selected) =>
      told.push(selected ? `${selected.by}: ${selected.words}` : 'nothing'),
    onNotice: (words) => told.push(words),
  });
}

function text(): HTMLElement {
  const element = mount.querySelector<HTMLElement>('.text');
  if (!element) throw new Error('no text is shown');
  return element;
}

/** Where `words` stand in the page, for a selection as a pointer makes it. */
function pointAt(words: string, end = false): { node: Node; offset: number } {
  const walker = document.createTreeWalker(text(), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').indexOf(words);
    if (at >= 0) return { node, offset: at + (end ? words.length : 0) };
  }
  throw new Error(`“${words}” is not shown`);
}

function select(from: string, to = from): void {
  const start = pointAt(from);
  const end = pointAt(to, true);
  document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  document.dispatchEvent(new Event('selectionchange'));
}

const paint = (stage: ClaimPaint['stage'], label = '', hue: string | null = null): ClaimPaint => ({
  stage,
  hue,
  label,
});
const pieces = (id: string): HTMLElement[] => [
  ...mount.querySelectorAll<HTMLElement>(`[data-anchor="${id}"]`),
];

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

describe('The mode', () => {
  test('says to assistive technology what the text is', () => {
    open();
    expect(text().getAttribute('contenteditable')).toBe('false');
    expect(text().getAttribute('role')).toBe('document');
    expect(text().getAttribute('aria-label')).toBe('A report');
    editor.setMode('edit');
    expect(text().getAttribute('contenteditable')).toBe('true');
    expect(text().getAttribute('role')).toBe('textbox');
  });

  test('edit gives an empty text a paragraph to write in; annotate changes nothing', () => {
    live.text.delete(0, live.text.length);
    open();
    expect(live.text.length).toBe(0);
    editor.setMode('edit');
    expect(live.text.toString()).toBe('<section><paragraph></paragraph></section>');
    expect(shownAnew(live.doc).childCount).toBe(1);
  });

  test('annotate begins with nothing selected: nobody would see it', () => {
    open();
    select('rate');
    editor.setMode('edit');
    expect(editor.selection()?.words).toBe('rate');
    editor.setMode('annotate');
    expect(editor.selection()).toBeNull();
  });

  test('annotate formats nothing', () => {
    open();
    select('rate');
    expect(editor.format('strong')).toBe(false);
    editor.setMode('edit');
    select('rate');
    expect(editor.format('strong')).toBe(true);
    expect(editor.isFormatted('strong')).toBe(true);
    expect(editor.undo()).toBe(true);
    expect(editor.isFormatted('strong')).toBe(false);
  });
});

describe('The others', () => {
  /** As another page says it, with what the server adds. */
  function arrive(state: Record<string, unknown>): void {
    const other = new Awareness(copyOf(live.doc));
    other.setLocalState(state);
    applyAwarenessUpdate(live.awareness, encodeAwarenessUpdate(other, [other.clientID]), 'server');
    other.destroy();
  }

  test('have a caret with their name, as no part of the text and as no HTML', async () => {
    open();
    const shown = text().textContent;
    const at = toRelative(live.text, shownAnew(live.doc), 6);
    const cursor = { anchor: at, head: at };
    live.store.setPeople({
      people: [{ id: 2, name: 'Grace <img src=x onerror=alert(1)>', role: 'analyst' }],
    });
    arrive({ user: { id: 2, name: 'Somebody else' }, cursor });
    await until(() => mount.querySelector('.their-caret') !== null, 'the caret is drawn');
    expect(mount.querySelector<HTMLElement>('.their-name')?.dataset['name']).toBe(
      'Grace <img src=x onerror=alert(1)>',
    );
    expect(mount.querySelector('img')).toBeNull();
    expect(text().textContent).toBe(shown);
    expect(mount.querySelector('.their-caret')?.getAttribute('aria-hidden')).toBe('true');
  });

  test('whose state is no presence, or names no place, have none', async () => {
    open();
    arrive({ user: { id: 2, name: 'X' }, cursor: { anchor: 'evil', head: {} } });
    arrive({
      user: { id: 3, name: 'Y' },
      cursor: { anchor: { tname: 'claims' }, head: { tname: 'claims' } },
    });
    const at = toRelative(live.text, shownAnew(live.doc), 6);
    arrive({ user: { id: 4, name: 'Z' }, cursor: { anchor: at, head: at } });
    await until(() => mount.querySelector('.their-caret') !== null, 'the honest one is drawn');
    expect(mount.querySelectorAll('.their-caret')).toHaveLength(1);
  });

  test('see where I select, not where I have never been', async () => {
    open();
    expect(live.awareness.getLocalState()?.['cursor']).toBeUndefined();
    select('rate');
    await until(
      () => live.awareness.getLocalState()?.['cursor'] !== undefined,
      'the selection is told',
    );
    editor.destroy();
    expect(live.awareness.getLocalState()?.['cursor']).toBeNull();
    open();
  });
});
