/** A text on its way in: its paragraphs, and the way on or back. */
import { mayJoin } from '../../../../domain/import/edit.ts';
import { key, on } from '../action.ts';
import type { ImportActions } from '../pages.ts';

const noCaret = 'Put the caret into a paragraph first.';

export const importActions = on('import', [
  {
    id: 'import-join',
    label: 'Join the paragraph with the next',
    group: 'Text',
    keys: [key('↵', 'Enter', { shift: true })],
    places: ['text'],
    off: whyNotJoin,
    run(page) {
      const caret = page.caret();
      if (caret) page.dispatch({ do: 'edit', edit: { join: caret.index } });
    },
  },
  {
    id: 'import-split',
    label: 'Split the paragraph at the caret',
    group: 'Text',
    keys: [key('↵', 'Enter')],
    places: ['text'],
    off: (page) => (page.caret() ? null : noCaret),
    run(page) {
      const caret = page.caret();
      if (caret) page.dispatch({ do: 'edit', edit: { split: caret.index, at: caret.at } });
    },
  },
  {
    id: 'import-undo',
    label: 'Take the last join or split back',
    group: 'Text',
    keys: [key('z', 'KeyZ', { mod: true })],
    places: ['page', 'text'],
    off: ({ edits }) => (edits.done.length > 0 ? null : 'Nothing was joined or split yet.'),
    run: ({ dispatch }) => dispatch({ do: 'undo' }),
  },
  {
    id: 'import-redo',
    label: 'Join or split again what I took back',
    group: 'Text',
    keys: [key('z', 'KeyZ', { mod: true, shift: true }), key('y', 'KeyY', { mod: true })],
    places: ['page', 'text'],
    off: ({ edits }) => (edits.undone.length > 0 ? null : 'Nothing was taken back.'),
    run: ({ dispatch }) => dispatch({ do: 'redo' }),
  },
  {
    id: 'import-view',
    label: 'Show the text or the details of the import',
    group: 'Page',
    keys: [],
    name: ({ view }) => (view === 'text' ? 'Show the details' : 'Show the text'),
    run: ({ view, setView }) => setView(view === 'text' ? 'details' : 'text'),
  },
  {
    id: 'import-make',
    label: 'Import: make the document',
    group: 'Page',
    keys: [],
    off: ({ whyNotMake }) => whyNotMake,
    run: ({ make }) => make(),
  },
  {
    id: 'import-discard',
    label: 'Discard this import',
    group: 'Page',
    keys: [],
    off: ({ whyNotDiscard }) => whyNotDiscard,
    run: ({ discard }) => discard(),
  },
]);

function whyNotJoin({ caret, edits }: ImportActions): string | null {
  const at = caret();
  if (!at) return noCaret;
  return mayJoin(edits.blocks[at.index], edits.blocks[at.index + 1])?.reason ?? null;
}
