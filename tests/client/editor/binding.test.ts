// @vitest-environment happy-dom
import { setBlockType, splitBlock, toggleMark, wrapIn } from 'prosemirror-commands';
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { markType, nodeType } from '../../../client/editor/keys.ts';
import { sectionPlugin } from '../../../client/editor/sections.ts';
import { act } from './random-editing.ts';
import {
  anchor,
  br,
  claimA,
  claimB,
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

function edit(
  shared: Y.Doc,
  ...rest: Parameters<typeof openEditor> extends [Y.Doc, ...infer Rest] ? Rest : never
): Open {
  const editor = openEditor(shared, ...rest);
  open.push(editor);
  return editor;
}

const report = () =>
  doc(
    section(p('The rate fell.'), p('Prices rose', br(), 'in May.')),
    section(p('Nobody knows.'), p('The end.')),
  );

function select(editor: Open, from: number, to = from): void {
  const { state } = editor.view;
  editor.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

function positionOf(editor: Open, words: string): number {
  let found = -1;
  editor.view.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0 && found < 0) found = pos + at;
    return true;
  });
  if (found < 0) throw new Error(`“${words}” is not shown`);
  return found;
}

describe('The editor', () => {
  test('shows what others write as the smallest step, so that decorations elsewhere live on', () => {
    const shared = sharedDoc(report());
    const key = new PluginKey<DecorationSet>('kept');
    const kept = new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) =>
          DecorationSet.create(state.doc, [Decoration.inline(3, 6, { class: 'kept' })]),
        apply: (tr, set) => set.map(tr.mapping, tr.doc),
      },
    });
    const editor = edit(shared, [kept]);
    const other = copyOf(shared);
    const block = other.getXmlFragment('text').get(0) as Y.XmlElement;
    ((block.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(14, ' Twice.');
    sync(other, shared);
    expect(editor.view.state.doc.textContent).toContain('The rate fell. Twice.');
    expect(key.getState(editor.view.state)?.find()).toHaveLength(1);
    expect(editor.view.state.doc.eq(shownAnew(shared))).toBe(true);
  });

  test('keeps the caret on its word while others write before it', () => {
    const shared = sharedDoc(report());
    const editor = edit(shared);
    select(editor, positionOf(editor, 'knows'));
    const other = edit(copyOf(shared));
    other.view.dispatch(other.view.state.tr.insertText('Before. ', 2));
    other.view.dispatch(other.view.state.tr.insertText('After. ', positionOf(other, 'The end')));
    sync(other.shared, shared);
    // Both changes come as one, with the caret between them.
    expect(editor.view.state.selection.from).toBe(positionOf(editor, 'knows'));
  });

  test('writes nothing for a move of the caret, nor where nobody may edit', () => {
    const shared = sharedDoc(report());
    const updates: Uint8Array[] = [];
    shared.on('update', (update: Uint8Array) => updates.push(update));
    const editor = edit(shared, [], () => false);
    select(editor, 5);
    editor.view.dispatch(editor.view.state.tr.insertText('no', 3));
    expect(updates).toEqual([]);
    expect(editor.view.state.doc.textContent).not.toContain('no ');
  });

  test('shows a node or mark that it does not know as nothing, and deletes it for nobody', () => {
    const shared = sharedDoc(report());
    const top = shared.getXmlFragment('text').get(0) as Y.XmlElement;
    const strange = new Y.XmlElement('video');
    top.insert(1, [strange]);
    const words = (top.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    words.format(0, 3, { glow: { colour: 'red' } });
    const before = Y.encodeStateVector(shared);
    const editor = edit(shared);
    expect(editor.view.state.doc.firstChild?.childCount).toBe(2);
    expect(editor.view.state.doc.textContent).toContain('The rate fell.');
    expect(top.length).toBe(3);
    expect(Y.encodeStateVector(shared)).toEqual(before);
  });

  test('takes back my typing alone: neither a colleague’s nor the mark of a claim', () => {
    const shared = sharedDoc(report());
    const editor = edit(shared);
    editor.view.dispatch(editor.view.state.tr.insertText('Mine. ', 2));
    const other = edit(copyOf(shared));
    other.view.dispatch(other.view.state.tr.insertText('Theirs. ', 2));
    sync(other.shared, shared);
    anchor(shared, claimA, 'rate fell');
    expect(editor.binding.undo()).toBe(true);
    expect(editor.view.state.doc.textContent).toContain('Theirs. The rate fell.');
    expect(editor.view.state.doc.textContent).not.toContain('Mine.');
    expect(marked(editor, claimA)).toBe('rate fell');
    expect(editor.binding.undo()).toBe(false);
    expect(editor.binding.redo()).toBe(true);
    expect(editor.view.state.doc.textContent).toContain('Mine.');
  });

  test('puts the caret back where it was when a deletion is undone', () => {
    const shared = sharedDoc(report());
    const editor = edit(shared);
    const at = positionOf(editor, 'knows');
    select(editor, at, at + 5);
    editor.view.dispatch(editor.view.state.tr.deleteSelection());
    select(editor, 2);
    editor.binding.undo();
    expect(editor.view.state.doc.textContent).toContain('Nobody knows.');
    expect([editor.view.state.selection.from, editor.view.state.selection.to]).toEqual([
      at,
      at + 5,
    ]);
  });
});

describe('A claim’s mark', () => {
  test.each([
    [
      'Enter before it',
      (editor: Open) => (
        select(editor, positionOf(editor, 'rate')),
        splitBlock(editor.view.state, editor.view.dispatch)
      ),
    ],
    [
      'its paragraph becoming a heading',
      (editor: Open) => (
        select(editor, 3),
        setBlockType(heading, { level: 2 })(editor.view.state, editor.view.dispatch)
      ),
    ],
    [
      'a quote around it',
      (editor: Open) => (select(editor, 3), wrapIn(quote)(editor.view.state, editor.view.dispatch)),
    ],
    [
      'bold over half of it',
      (editor: Open) => (
        select(editor, positionOf(editor, 'rate'), positionOf(editor, 'rate') + 2),
        toggleMark(strong)(editor.view.state, editor.view.dispatch)
      ),
    ],
    [
      'typing right before it',
      (editor: Open) =>
        editor.view.dispatch(editor.view.state.tr.insertText('5', positionOf(editor, 'rate'))),
    ],
  ])('survives %s, for me, for others and after a reload', (_name, change) => {
    const shared = sharedDoc(report());
    anchor(shared, claimA, 'rate fell');
    const editor = edit(shared);
    const other = edit(copyOf(shared));
    change(editor);
    sync(shared, other.shared);
    expect(marked(editor, claimA)).toBe('rate fell');
    expect(marked(other, claimA)).toBe('rate fell');
    expect(markedIn(shownAnew(shared), claimA)).toBe('rate fell');
  });

  test('of another claim over the same words stays apart, whatever is typed beside them', () => {
    const shared = sharedDoc(report());
    anchor(shared, claimA, 'rate fell');
    anchor(shared, claimB, 'The rate');
    const editor = edit(shared);
    editor.view.dispatch(editor.view.state.tr.insertText(' again', positionOf(editor, '.')));
    expect([marked(editor, claimA), marked(editor, claimB)]).toEqual(['rate fell', 'The rate']);
    expect([markedIn(shownAnew(shared), claimA), markedIn(shownAnew(shared), claimB)]).toEqual([
      'rate fell',
      'The rate',
    ]);
  });
});

describe('Any editing by two people', () => {
  test('leaves both with the same text, each equal to what a fresh page shows', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const shared = sharedDoc(report());
      anchor(shared, claimA, 'rate fell');
      const pair = [
        edit(copyOf(shared), [sectionPlugin]),
        edit(copyOf(shared), [sectionPlugin]),
      ] as const;
      const { below } = random(seed);
      for (let step = 0; step < 25; step += 1) {
        const editor = pair[below(2)] ?? pair[0];
        act(editor, below);
        expect(
          editor.view.state.doc.eq(shownAnew(editor.shared)),
          `seed ${seed}, step ${step}: the editor shows its own text`,
        ).toBe(true);
        if (below(4) === 0) sync(pair[0].shared, pair[1].shared);
      }
      // Yjs tidies formats up by itself after a merge; a second round carries that over.
      for (let round = 0; round < 3; round += 1) sync(pair[0].shared, pair[1].shared);
      const [one, two] = pair.map(({ view }) => view.state.doc.toString());
      expect(two, `seed ${seed}: both show the same`).toBe(one);
      for (const { view, shared: own } of pair) {
        expect(view.state.doc.eq(shownAnew(own)), `seed ${seed}: and what a fresh page shows`).toBe(
          true,
        );
      }
      for (const editor of open.splice(0)) editor.close();
    }
  });
});

const heading = nodeType('heading');
const quote = nodeType('blockquote');
const strong = markType('strong');

function marked(editor: Open, id: string): string {
  return markedIn(editor.view.state.doc, id);
}

function markedIn(node: Open['view']['state']['doc'], id: string): string {
  let words = '';
  node.descendants((child) => {
    if (child.isText && child.marks.some(({ attrs }) => attrs['id'] === id))
      words += child.text ?? '';
    return true;
  });
  return words;
}
