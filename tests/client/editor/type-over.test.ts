// @vitest-environment happy-dom
import { TextSelection } from 'prosemirror-state';
import { afterEach, describe, expect, test } from 'vitest';
import { typeOverPlugin } from '../../../client/editor/type-over.ts';
import {
  anchor,
  claimA,
  claimB,
  doc,
  type Open,
  openEditor,
  p,
  section,
  sharedDoc,
} from './shared-text.ts';

let editor: Open;
afterEach(() => editor.close());

function edit(...marks: [string, string][]): void {
  const shared = sharedDoc(doc(section(p('The rate fell in May already.'))));
  for (const [id, words] of marks) anchor(shared, id, words);
  editor = openEditor(shared, [typeOverPlugin]);
}

/** As the browser's input arrives: letter by letter, the first over the selection. */
function typeOver(words: string, typed: string): void {
  const { view } = editor;
  const from = view.state.doc.textContent.indexOf(words) + 2;
  view.dispatch(
    view.state.tr.setSelection(TextSelection.create(view.state.doc, from, from + words.length)),
  );
  for (const letter of typed) {
    const { from: start, to } = view.state.selection;
    const insert = (): typeof view.state.tr => view.state.tr.insertText(letter, start, to);
    const handled = view.someProp('handleTextInput', (handle) =>
      handle(view, start, to, letter, insert),
    );
    if (!handled) view.dispatch(insert());
  }
}

function marked(id: string): string {
  let words = '';
  editor.view.state.doc.descendants((node) => {
    if (node.isText && node.marks.some(({ attrs }) => attrs['id'] === id)) words += node.text ?? '';
    return true;
  });
  return words;
}

describe('Words typed over', () => {
  test('the end of a claim belong to it, all of them', () => {
    edit([claimA, 'rate fell in May']);
    typeOver('May', 'June 2026');
    expect(marked(claimA)).toBe('rate fell in June 2026');
    expect(editor.view.state.doc.textContent).toBe('The rate fell in June 2026 already.');
  });

  test('the whole of a claim are another claim’s business', () => {
    edit([claimA, 'rate fell']);
    typeOver('rate fell', 'prices rose');
    expect(marked(claimA)).toBe('');
  });

  test('the middle of a claim belong to it, as ProseMirror does by itself', () => {
    edit([claimA, 'rate fell in May']);
    typeOver('fell', 'rose');
    expect(marked(claimA)).toBe('rate rose in May');
  });

  test('the end of one of two claims belong to those that they were part of', () => {
    edit([claimA, 'The rate fell'], [claimB, 'fell in May']);
    typeOver('May', 'June');
    expect([marked(claimA), marked(claimB)]).toEqual(['The rate fell', 'fell in June']);
  });

  test('words behind a claim stay outside, as does what is typed at its end', () => {
    edit([claimA, 'rate fell']);
    typeOver('in May', 'in June');
    expect(marked(claimA)).toBe('rate fell');
    const end = editor.view.state.doc.textContent.indexOf('fell') + 6;
    editor.view.dispatch(
      editor.view.state.tr.setSelection(TextSelection.create(editor.view.state.doc, end)),
    );
    typeOver(' in', ' again');
    expect(marked(claimA)).toBe('rate fell');
  });
});
