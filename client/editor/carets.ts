/**
 * Where the others are in the text: a caret with a name, and what they have
 * selected. Names come from the list of people, as text; colours are one of a
 * fixed set, by person. Nothing that another page sends becomes HTML or style.
 */
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { presence } from '../../domain/protocol/presence.ts';
import { personHue } from '../ui/person-hue.ts';
import { toAbsolute } from './positions.ts';
import type { TextBinding } from './binding.ts';

export interface CaretOptions {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly binding: TextBinding;
  /** The name of a person, or null for a stranger, whose own word counts then. */
  nameOf(person: number): string | null;
}

/** Others see a moving caret this often at most, in ms. */
const EVERY = 80;

const key = new PluginKey<DecorationSet>('carets');

export function caretPlugin(options: CaretOptions): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) =>
        (tr.getMeta(key) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => new Carets(view, options),
  });
}

class Carets {
  readonly #view: EditorView;
  readonly #options: CaretOptions;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #touched = false;
  #told = '';

  constructor(view: EditorView, options: CaretOptions) {
    this.#view = view;
    this.#options = options;
    options.awareness.on('change', this.#onChange);
    this.#onChange();
  }

  update(view: EditorView, before: EditorView['state']): void {
    // A selection that somebody made, not the one that a fresh page begins with.
    if (!view.state.selection.eq(before.selection) && view.state.doc.eq(before.doc))
      this.#touched = true;
    if (view.state.doc !== before.doc && view.hasFocus()) this.#touched = true;
    if (this.#touched) this.#telling ??= setTimeout(this.#tell, EVERY);
  }

  destroy(): void {
    clearTimeout(this.#drawing);
    clearTimeout(this.#telling);
    this.#options.awareness.off('change', this.#onChange);
    if (this.#options.awareness.getLocalState())
      this.#options.awareness.setLocalStateField('cursor', null);
  }

  readonly #tell = (): void => {
    this.#telling = undefined;
    const { awareness, binding } = this.#options;
    const cursor = binding.relative(this.#view.state);
    const told = JSON.stringify(cursor);
    if (told === this.#told || !awareness.getLocalState()) return;
    this.#told = told;
    awareness.setLocalStateField('cursor', cursor);
  };

  readonly #onChange = (): void => {
    this.#drawing ??= setTimeout(() => {
      this.#drawing = undefined;
      const { state } = this.#view;
      const set = DecorationSet.create(state.doc, this.#decorations());
      this.#view.dispatch(state.tr.setMeta(key, set).setMeta('addToHistory', false));
    }, 0);
  };

  #decorations(): Decoration[] {
    const { awareness, fragment } = this.#options;
    const { doc } = this.#view.state;
    const decorations: Decoration[] = [];
    for (const [client, state] of awareness.getStates()) {
      const read = presence.safeParse(state);
      if (client === awareness.clientID || !read.success || !read.data.cursor || !read.data.user)
        continue;
      const { user, cursor } = read.data;
      const anchor = toAbsolute(fragment, doc, Y.createRelativePositionFromJSON(cursor.anchor));
      const head = toAbsolute(fragment, doc, Y.createRelativePositionFromJSON(cursor.head));
      if (anchor === null || head === null) continue;
      const hue = personHue(user.id);
      const name = this.#options.nameOf(user.id) ?? user.name;
      decorations.push(
        Decoration.widget(head, () => caret(name, hue), {
          key: `${client} ${name}`,
          side: 10,
          ignoreSelection: true,
        }),
      );
      if (anchor !== head) {
        decorations.push(
          Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
            class: 'their-selection',
            'data-person': String(hue),
          }),
        );
      }
    }
    return decorations;
  }
}

function caret(name: string, hue: number): HTMLElement {
  const bar = document.createElement('span');
  bar.className = 'their-caret';
  bar.dataset['person'] = String(hue);
  bar.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'their-name';
  // Drawn by the style sheet, so that it is no word of the text to whoever searches or copies; cut, for it is what its owner chose.
  label.dataset['name'] = name.slice(0, 40);
  bar.append(label);
  return bar;
}
