// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate, applyAwarenessUpdate } from 'y-protocols/awareness';
import { toRelative } from '../../../client/editor/positions.ts';
import { until } from '../until.ts';
import { copyOf, shownAnew } from './shared-text.ts';
import { editor, live, mount, open, select, text } from './opened-editor.ts';

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
