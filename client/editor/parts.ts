/** What the editor's view is made of: its plugins in their order, and what its element says of itself. */
import type { Plugin } from 'prosemirror-state';
import { directionOf } from '../../domain/text/direction.ts';
import type { TextBinding } from './binding.ts';
import { caretPlugin } from './carets.ts';
import { clipboardPlugin } from './clipboard.ts';
import { differencePlugin } from './differences.ts';
import type { EditorOptions, Mode } from './handle.ts';
import { editingPlugins } from './keys.ts';
import { pendingPlugin } from './pending-claims.ts';
import { sectionPlugin } from './sections.ts';
import { sentencePlugin } from './sentence-cursor.ts';
import { typeOverPlugin } from './type-over.ts';

export function pluginsOf({ live, onNotice }: EditorOptions, binding: TextBinding): Plugin[] {
  return [
    ...editingPlugins(binding),
    typeOverPlugin,
    clipboardPlugin((words) => onNotice?.(words)),
    sectionPlugin,
    sentencePlugin,
    differencePlugin,
    pendingPlugin,
    caretPlugin({
      fragment: live.text,
      awareness: live.awareness,
      binding,
      nameOf: (person) => live.store.getState().people.get(person)?.name ?? null,
    }),
    // Last: it writes to the shared text what all others have settled on.
    binding.plugin,
  ];
}

export function attributesOf(
  { label, language = '' }: EditorOptions,
  mode: Mode,
): Record<string, string> {
  const edit = mode === 'edit';
  return {
    class: 'text',
    'data-mode': mode,
    'aria-label': edit ? `${label}, text being edited` : label,
    role: edit ? 'textbox' : 'document',
    tabindex: '0',
    ...(edit && { 'aria-multiline': 'true', spellcheck: 'true' }),
    lang: language,
    dir: directionOf(language),
  };
}
