/**
 * Where the text differs from the original, drawn into it: what was added is
 * marked, what was taken out stands there struck through. Decorations alone:
 * nothing of it is in the text, in a claim, or in what is copied or exported.
 */
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Difference } from './compare.ts';
import { plainOf } from './plain.ts';

const key = new PluginKey<DecorationSet>('differences');
/** Of a longer stretch its beginning says enough; the original can be read whole. */
const longestShown = 400;

export const differencePlugin = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, shown) {
      const set = tr.getMeta(key) as DecorationSet | undefined;
      return set ?? (tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown);
    },
  },
  props: {
    decorations: (state) => key.getState(state),
  },
});

/** Differences of the text as it is in this state. */
export function showDifferences(
  state: EditorState,
  differences: readonly Difference[],
): Transaction {
  const text = plainOf(state.doc);
  const drawn = differences.flatMap(({ from, to, deleted }, index) => {
    const start = text.posOf(from);
    const attributes = { 'data-difference': String(index) };
    const pieces =
      to > from
        ? [Decoration.inline(start, text.posOf(to), { class: 'inserted', ...attributes })]
        : [];
    if (deleted !== '' || text.string.slice(from, to) === '\n')
      pieces.push(
        Decoration.widget(start, () => deletion(deleted, index), {
          side: -1,
          ignoreSelection: true,
        }),
      );
    return pieces;
  });
  return state.tr.setMeta(key, DecorationSet.create(state.doc, drawn));
}

function deletion(words: string, index: number): HTMLElement {
  const element = document.createElement('del');
  element.className = 'deleted';
  element.dataset['difference'] = String(index);
  element.dir = 'auto';
  element.contentEditable = 'false';
  const shown = words.length > longestShown ? `${words.slice(0, longestShown)}…` : words;
  // A paragraph's end that is gone or new is a sign; there is nothing else to see.
  element.textContent = shown === '' ? '¶' : shown.replaceAll('\n', '¶ ');
  if (shown === '') element.classList.add('new-break');
  return element;
}
