/**
 * The page that anybody would write from the manuals: paragraphs in
 * ProseMirror, y-prosemirror with cursors and undo, y-websocket. No claims, no
 * roles, no offline copy. Server and document come from the address.
 */
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
    text: {},
  },
});

const query = new URLSearchParams(location.search);
const doc = new Y.Doc();
const provider = new WebsocketProvider(
  query.get('server') ?? '',
  query.get('document') ?? '',
  doc,
  {
    disableBc: true,
  },
);
provider.awareness.setLocalStateField('user', { name: query.get('name'), color: '#1f6feb' });

provider.once('sync', () => {
  const fragment = doc.getXmlFragment('text');
  const { doc: initial, mapping } = initProseMirrorDoc(fragment, schema);
  new EditorView(document.querySelector('#text'), {
    state: EditorState.create({
      doc: initial,
      plugins: [
        ySyncPlugin(fragment, { mapping }),
        yCursorPlugin(provider.awareness),
        yUndoPlugin(),
        keymap(baseKeymap),
      ],
    }),
  });
});
