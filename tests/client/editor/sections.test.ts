// @vitest-environment happy-dom
import { AllSelection, TextSelection } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editingPlugins } from '../../../client/editor/keys.ts';
import { fillEmpty, sectionPlugin } from '../../../client/editor/sections.ts';
import {
  anchor,
  claimA,
  claimB,
  doc,
  type Open,
  openEditor,
  p,
  random,
  section,
  sharedDoc,
} from './shared-text.ts';
import { textSchema } from '../../../domain/text/schema.ts';

let editor: Open;
afterEach(() => editor.close());

const paragraphs = (from: number, count: number): Node[] =>
  Array.from({ length: count }, (_, index) => p(`Paragraph ${from + index} stands here.`));

function edit(content: Node): Open {
  editor = openEditor(sharedDoc(content), [sectionPlugin]);
  return editor;
}

/** With the keys of *Edit text*, which need the binding. */
function press(key: string): void {
  const { view, binding } = editor;
  const event = new KeyboardEvent('keydown', { key });
  const handled = editingPlugins(binding).some(({ props }) => {
    const handle = props.handleKeyDown as
      | ((v: typeof view, e: KeyboardEvent) => boolean | void)
      | undefined;
    return handle?.(view, event) === true;
  });
  if (!handled) throw new Error(`${key} did nothing`);
}

const sizes = (): number[] => editor.view.state.doc.content.content.map((node) => node.childCount);
const words = (): string =>
  editor.view.state.doc.textBetween(0, editor.view.state.doc.content.size, '|');

function bytesOf(act: () => void): number {
  let bytes = 0;
  const count = (update: Uint8Array): void => {
    bytes += update.length;
  };
  editor.shared.on('update', count);
  act();
  editor.shared.off('update', count);
  return bytes;
}

function caretIn(word: string, offset = 0): void {
  const { view } = editor;
  let found = -1;
  view.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(word) : -1;
    if (at >= 0 && found < 0) found = pos + at;
    return true;
  });
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, found + offset)));
}

describe('At the edge of two sections', () => {
  test('Backspace joins the paragraphs and leaves the sections where they were', () => {
    edit(doc(section(...paragraphs(1, 50)), section(...paragraphs(51, 50))));
    anchor(editor.shared, claimA, 'Paragraph 51 stands');
    anchor(editor.shared, claimB, 'Paragraph 80 stands');
    caretIn('Paragraph 51');
    const bytes = bytesOf(() => press('Backspace'));
    expect(sizes()).toEqual([50, 49]);
    expect(words()).toContain('Paragraph 50 stands here.Paragraph 51 stands here.|Paragraph 52');
    // The joined paragraph alone is written anew, not the 49 others.
    expect(bytes).toBeLessThan(400);
    expect(marked(claimA)).toBe('Paragraph 51 stands');
    expect(marked(claimB)).toBe('Paragraph 80 stands');
  });

  test('Delete does the same from the other side', () => {
    edit(doc(section(...paragraphs(1, 3)), section(...paragraphs(4, 3))));
    caretIn('Paragraph 3', 'Paragraph 3 stands here.'.length);
    press('Delete');
    expect(sizes()).toEqual([3, 2]);
    expect(words()).toContain('Paragraph 3 stands here.Paragraph 4 stands here.|Paragraph 5');
  });

  test('Backspace after a rule takes the rule', () => {
    edit(doc(section(p('One'), textSchema.node('horizontal_rule')), section(p('Two'))));
    caretIn('Two');
    press('Backspace');
    expect(editor.view.state.doc.eq(doc(section(p('One')), section(p('Two'))))).toBe(true);
  });

  test('Enter in an empty paragraph makes another one and parts no section', () => {
    edit(doc(section(p('One'), p(), p('Two'))));
    editor.view.dispatch(
      editor.view.state.tr.setSelection(TextSelection.create(editor.view.state.doc, 7)),
    );
    press('Enter');
    expect(sizes()).toEqual([4]);
  });

  test('a deletion across it touches the blocks at its ends alone', () => {
    edit(doc(section(...paragraphs(1, 50)), section(...paragraphs(51, 50))));
    caretIn('Paragraph 49', 4);
    const from = editor.view.state.selection.from;
    caretIn('Paragraph 52', 4);
    const to = editor.view.state.selection.from;
    const bytes = bytesOf(() => editor.view.dispatch(editor.view.state.tr.delete(from, to)));
    expect(sizes()).toEqual([49, 48]);
    expect(bytes).toBeLessThan(400);
  });

  test('random deletions never write a block again that they did not touch', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { below } = random(seed);
      const text = doc(
        ...Array.from({ length: 4 }, (_, index) => section(...paragraphs(index * 8, 8))),
      );
      edit(text);
      const { view } = editor;
      const size = view.state.doc.content.size;
      const selection = TextSelection.between(
        view.state.doc.resolve(below(size)),
        view.state.doc.resolve(below(size)),
      );
      const types = blockTypes();
      const outside = new Set<string>();
      view.state.doc.descendants((node, pos) => {
        if (!node.isTextblock) return true;
        if (pos + node.nodeSize < selection.from || pos > selection.to)
          outside.add(node.textContent);
        return false;
      });
      view.dispatch(view.state.tr.setSelection(selection).deleteSelection());
      const after = blockTypes();
      for (const paragraph of outside) {
        expect(after.get(paragraph), `seed ${seed}: “${paragraph}” is the same as before`).toBe(
          types.get(paragraph),
        );
      }
      editor.close();
    }
    edit(doc());
  });
});

describe('A text', () => {
  test('that is emptied keeps a paragraph to write in', () => {
    edit(doc(section(p('One')), section(p('Two'))));
    const { view } = editor;
    view.dispatch(view.state.tr.setSelection(new AllSelection(view.state.doc)).deleteSelection());
    expect(view.state.doc.eq(doc(section(p())))).toBe(true);
  });

  test('that is selected whole begins anew with Enter', () => {
    edit(doc(section(p('One')), section(p('Two'))));
    const { view } = editor;
    view.dispatch(view.state.tr.setSelection(new AllSelection(view.state.doc)));
    press('Enter');
    expect(view.state.doc.eq(doc(section(p())))).toBe(true);
    view.dispatch(view.state.tr.insertText('Word'));
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 2, 6)));
    press('Enter');
    expect(view.state.doc.textContent).toBe('');
  });

  test('without any section gets one from somebody who begins to write', () => {
    edit(doc());
    editor.view.dispatch(fillEmpty(editor.view.state.tr));
    expect(editor.view.state.doc.eq(doc(section(p())))).toBe(true);
    expect(editor.text.length).toBe(1);
  });

  test('pasted in at the end goes into sections of its own', () => {
    edit(doc(section(...paragraphs(1, 40))));
    const { view } = editor;
    view.dispatch(view.state.tr.insert(view.state.doc.content.size - 1, paragraphs(41, 130)));
    expect(sizes()).toEqual([50, 120]);
    expect(words().split('|')).toHaveLength(170);
  });
});

function blockTypes(): Map<string, Y.XmlElement> {
  const types = new Map<string, Y.XmlElement>();
  for (const each of editor.text.toArray()) {
    for (const block of (each as Y.XmlElement).toArray()) {
      if (block instanceof Y.XmlElement) types.set(block.toArray().map(String).join(''), block);
    }
  }
  return types;
}

function marked(id: string): string {
  let said = '';
  editor.view.state.doc.descendants((node) => {
    if (node.isText && node.marks.some(({ attrs }) => attrs['id'] === id)) said += node.text ?? '';
    return true;
  });
  return said;
}
