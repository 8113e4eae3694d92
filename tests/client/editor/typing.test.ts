// @vitest-environment happy-dom
import { TextSelection } from 'prosemirror-state';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { setAnchor } from '../../../domain/anchor/set-anchor.ts';
import {
  anchor,
  br,
  claimA,
  claimB,
  claimC,
  copyOf,
  doc,
  type Open,
  openEditor,
  p,
  random,
  section,
  sharedDoc,
  shownAnew,
  sync,
} from './shared-text.ts';

const open: Open[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.close();
});

function edit(shared: Y.Doc): Open {
  const editor = openEditor(shared);
  open.push(editor);
  return editor;
}

const textOf = (shared: Y.Doc): Y.XmlText =>
  ((shared.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlElement).get(
    0,
  ) as Y.XmlText;

/** At an offset of the first paragraph, as a key does it: over what is selected, the caret behind. */
function type({ view }: Open, offset: number, words: string, over = 0): void {
  const at = offset + 2;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at, at + over)));
  view.dispatch(words === '' ? view.state.tr.deleteSelection() : view.state.tr.insertText(words));
}

/** What the editor sends for it. */
function sent(editor: Open, act: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => void updates.push(update);
  editor.shared.on('update', keep);
  act();
  editor.shared.off('update', keep);
  return updates;
}

function marked(shared: Y.Doc, id: string): string {
  let words = '';
  shownAnew(shared).descendants((node) => {
    if (node.isText && node.marks.some(({ attrs }) => attrs['id'] === id)) words += node.text ?? '';
    return true;
  });
  return words;
}

describe('A typed letter', () => {
  test.each([
    ['before an equal one', 0, 'aaa', 0],
    ['between equal ones', 2, 'aaa', 2],
    ['behind an equal one', 3, 'aaa', 3],
  ])('%s is written where the caret is', (_name, offset, words, index) => {
    const shared = sharedDoc(doc(section(p(words))));
    const editor = edit(shared);
    const [update] = sent(editor, () => type(editor, offset, 'a'));
    const { structs } = Y.decodeUpdate(update ?? new Uint8Array());
    const [item] = structs;
    const own = item instanceof Y.Item ? item : null;
    const before = shared.clientID === own?.id.client ? own : null;
    expect(structs).toHaveLength(1);
    // Its left neighbour is the letter before the caret.
    expect(before?.origin?.clock ?? -1).toBe(index === 0 ? -1 : firstClock(shared) + index - 1);
  });

  test('beside an equal one at a claim’s edge stays outside of it, here and everywhere', () => {
    const shared = sharedDoc(doc(section(p('about 5 percent more'))));
    anchor(shared, claimA, '5 percent');
    const editor = edit(shared);
    type(editor, 6, '5');
    type(editor, 16, 't');
    expect(editor.view.state.doc.textContent).toBe('about 55 percentt more');
    expect(marked(copyOf(shared), claimA)).toBe('5 percent');
  });

  test('sets no format anew, however many claims lie over the words', () => {
    const shared = sharedDoc(doc(section(p('The rate fell in May already.'))));
    anchor(shared, claimA, 'rate fell in');
    anchor(shared, claimB, 'fell in May');
    anchor(shared, claimC, 'The rate');
    const editor = edit(shared);
    const updates = sent(editor, () => {
      for (const letter of 'once more ') type(editor, 27, letter);
    });
    expect(updates).toHaveLength(10);
    for (const update of updates) {
      expect(update.length).toBeLessThan(30);
      expect(Y.decodeUpdate(update).structs).toHaveLength(1);
    }
  });

  test('in bold is bold', () => {
    const shared = sharedDoc(doc(section(p('The rate fell.'))));
    textOf(shared).format(4, 4, { strong: {} });
    const editor = edit(shared);
    type(editor, 6, 'x');
    type(editor, 2, 'y');
    expect(textOf(shared).toDelta()).toEqual([
      { insert: 'Thye ' },
      { insert: 'raxte', attributes: { strong: {} } },
      { insert: ' fell.' },
    ]);
  });
});

describe('Words replaced', () => {
  test('are replaced alone, in the line that they stand in', () => {
    const shared = sharedDoc(doc(section(p('One line', br(), 'and another'))));
    const editor = edit(shared);
    type(editor, 13, 'the other', 'another'.length);
    expect(shownAnew(shared).toString()).toBe(editor.view.state.doc.toString());
    expect(editor.view.state.doc.textContent).toBe('One line\nand the other');
    expect(
      ((shared.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlElement).length,
    ).toBe(3);
  });

  test('with half of an emoji in common are written whole', () => {
    const shared = sharedDoc(doc(section(p('a😀b'))));
    const editor = edit(shared);
    type(editor, 1, '😁', 2);
    type(editor, 3, '😃');
    expect(textOf(shared).toString()).toBe('a😁😃b');
    expect(textOf(copyOf(shared)).toString()).toBe('a😁😃b');
  });

  test('by nothing are deleted from where the caret stands', () => {
    const shared = sharedDoc(doc(section(p('abab'))));
    const editor = edit(shared);
    const [update] = sent(editor, () => type(editor, 1, '', 2));
    const ranges = [...Y.decodeUpdate(update ?? new Uint8Array()).ds.clients.values()].flat();
    expect(ranges.map(({ clock, len }) => [clock - firstClock(shared), len])).toEqual([[1, 2]]);
  });
});

describe('A claim that the server removes while somebody types beside it', () => {
  test('stays removed', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { below } = random(seed);
      const shared = sharedDoc(doc(section(p('The rate fell in May already.'))));
      anchor(shared, claimA, 'rate fell');
      const editor = edit(copyOf(shared));
      for (let letter = 0; letter < 4; letter += 1)
        type(editor, below(2) === 0 ? below(4) : 14 + below(10), 'x');
      shared.transact(
        () => setAnchor(shared.getXmlFragment('text'), claimA, { pieces: [] }),
        'server',
      );
      for (let round = 0; round < 3; round += 1) sync(shared, editor.shared);
      expect(marked(shared, claimA), `seed ${seed}`).toBe('');
      for (const each of open.splice(0)) each.close();
    }
  });
});

/** The clock of the first letter that the paragraph began with. */
function firstClock(shared: Y.Doc): number {
  let clock = Number.POSITIVE_INFINITY;
  for (let item = textOf(shared)._start; item; item = item.right) {
    if (item.content instanceof Y.ContentString || item.deleted)
      clock = Math.min(clock, item.id.clock);
  }
  return clock;
}
