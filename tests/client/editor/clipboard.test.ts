// @vitest-environment happy-dom
import { TextSelection } from 'prosemirror-state';
import { afterEach, describe, expect, test } from 'vitest';
import { clipboardPlugin } from '../../../client/editor/clipboard.ts';
import { sectionPlugin } from '../../../client/editor/sections.ts';
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

const open: Open[] = [];
const said: string[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.close();
  said.length = 0;
});

function edit(): Open {
  const shared = sharedDoc(
    doc(section(p('The rate fell in May.'), p('Prices rose.')), section(p('The end.'))),
  );
  anchor(shared, claimA, 'rate fell');
  anchor(shared, claimB, 'Prices rose.');
  const editor = openEditor(shared, [clipboardPlugin((words) => said.push(words)), sectionPlugin]);
  open.push(editor);
  return editor;
}

function select({ view }: Open, from: string, to = from): void {
  let start = 0;
  let end = 0;
  view.state.doc.descendants((node, pos) => {
    const words = node.isTextblock ? node.textContent : '';
    if (words.includes(from)) start = pos + 1 + words.indexOf(from);
    if (words.includes(to)) end = pos + 1 + words.indexOf(to) + to.length;
    return true;
  });
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start, end)));
}

/** As the browser does it: what is taken goes through HTML. */
function take({ view }: Open): { html: string; text: string } {
  const { dom, text } = view.serializeForClipboard(view.state.selection.content());
  return { html: dom.innerHTML, text };
}

function paste({ view }: Open, { html }: { html: string }): void {
  view.pasteHTML(html);
}

function marked({ view }: Open, id: string): string[] {
  const pieces: string[] = [];
  view.state.doc.descendants((node) => {
    if (node.isText && node.marks.some(({ attrs }) => attrs['id'] === id))
      pieces.push(node.text ?? '');
    return true;
  });
  return pieces;
}

describe('The clipboard', () => {
  test('bears no anchors', () => {
    const editor = edit();
    select(editor, 'The rate fell');
    const { html, text } = take(editor);
    expect(html).not.toContain(claimA);
    expect(html).toContain('rate fell');
    expect(text).toBe('The rate fell');
  });

  test('gives a claim back that was cut and is pasted', () => {
    const editor = edit();
    select(editor, 'rate fell in');
    const taken = take(editor);
    editor.view.dispatch(editor.view.state.tr.deleteSelection());
    expect(marked(editor, claimA)).toEqual([]);
    select(editor, 'The end.');
    paste(editor, taken);
    expect(marked(editor, claimA)).toEqual(['rate fell']);
    expect(editor.view.state.doc.lastChild?.textContent).toBe('rate fell in');
    // Pasted once more it is a copy.
    select(editor, 'May');
    paste(editor, taken);
    expect(marked(editor, claimA)).toEqual(['rate fell']);
  });

  test('copies words without their claims', () => {
    const editor = edit();
    select(editor, 'The rate fell');
    const taken = take(editor);
    select(editor, 'The end.');
    paste(editor, taken);
    expect(editor.view.state.doc.lastChild?.textContent).toBe('The rate fell');
    expect(marked(editor, claimA)).toEqual(['rate fell']);
  });

  test('parts no section with blocks of two', () => {
    const editor = edit();
    select(editor, 'Prices', 'The end.');
    const taken = take(editor);
    select(editor, 'May');
    paste(editor, taken);
    expect(editor.view.state.doc.childCount).toBe(2);
  });

  test('brings no anchor of another document, no script and no style', () => {
    const editor = edit();
    select(editor, 'May');
    paste(editor, {
      html:
        `<p>x <span data-anchor="${'Z'.repeat(21)}">foreign</span> <script>alert(1)</script>` +
        '<img src=x onerror=alert(1)><a href="javascript:alert(1)">link</a><span style="color:red">red</span></p>',
    });
    const html = editor.view.dom.innerHTML;
    expect(html).toContain('foreign');
    for (const bad of ['Z'.repeat(21), 'script', 'onerror', 'img src', 'color'])
      expect(html).not.toContain(bad);
  });

  test('takes a table as lines whose cells stand apart', () => {
    const editor = edit();
    select(editor, 'Prices rose.');
    paste(editor, {
      html:
        '<table class="x"><thead><tr><th>Month</th><th>Rate</th></tr></thead><tbody>' +
        '<tr style="height:2em"><td><p>May</p></td><td>5</td></tr></tbody></table>',
    });
    const words: string[] = [];
    editor.view.state.doc.descendants((node) => {
      if (node.isTextblock) words.push(node.textContent.trim());
      return !node.isTextblock;
    });
    expect(words).toEqual(['The rate fell in May.', 'Month Rate', 'May', '5', 'The end.']);
  });

  test('refuses a paste that no frame could hold, and says so', () => {
    const editor = edit();
    select(editor, 'May');
    const before = editor.view.state.doc;
    editor.view.pasteText('word '.repeat(220_000));
    expect(editor.view.state.doc.textContent.length).toBeLessThanOrEqual(before.textContent.length);
    expect(said).toHaveLength(1);
  });
});
