/** A page of an editor: a real ProseMirror view bound by y-prosemirror, which does at random what people do. */
import {
  baseKeymap,
  joinBackward,
  lift,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import {
  type Command,
  AllSelection,
  EditorState,
  NodeSelection,
  Selection,
  TextSelection,
} from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { redo, undo, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { textSchema } from '../../../domain/text/schema.ts';
import { emptyDocument } from './document.ts';

export type Random = (below: number) => number;

const { nodes, marks } = textSchema;

export class Page {
  readonly doc: Y.Doc;
  readonly view: EditorView;
  /** Updates made here that the server has not been sent. */
  sent: Uint8Array[] = [];
  undone = 0;
  #clipboard = Slice.empty;

  constructor(client: number, state: Uint8Array) {
    this.doc = emptyDocument(client);
    Y.applyUpdate(this.doc, state, 'server');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.sent.push(update);
    });
    const fragment = this.doc.getXmlFragment('text');
    this.view = new EditorView(null, {
      state: EditorState.create({
        schema: textSchema,
        plugins: [ySyncPlugin(fragment), yUndoPlugin()],
      }),
      dispatchTransaction(this: EditorView, tr) {
        // y-prosemirror throws when a node that is selected here goes away.
        const { $head } = tr.selection;
        if (tr.selection instanceof NodeSelection) {
          const text = Selection.findFrom($head, 1, true) ?? Selection.findFrom($head, -1, true);
          tr.setSelection(text ?? new AllSelection(tr.doc));
        }
        this.updateState(this.state.apply(tr));
      },
    });
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'server');
  }

  act(random: Random): void {
    this.#select(random);
    if (!this.view.state.selection.$from.parent.isTextblock) refill(this.view);
    const deeds = [
      type,
      type,
      type,
      type,
      remove,
      remove,
      press('Enter'),
      press('Backspace'),
      press('Delete'),
      ...structure,
      this.#copy,
      this.#cut,
      this.#paste,
      this.#paste,
      undoIt,
      undoIt,
      redoIt,
    ];
    const deed = deeds[random(deeds.length)];
    try {
      deed?.(this.view, random);
    } catch (error) {
      // prosemirror-commands 1.7 throws on Enter over some selections of blocks of two kinds, before it changes anything.
      if (!String(error).includes('contentMatchAt')) throw error;
    }
    if (deed === undoIt || deed === redoIt) this.undone++;
  }

  destroy(): void {
    this.view.destroy();
    this.doc.destroy();
  }

  #select(random: Random): void {
    const { doc, tr } = this.view.state;
    if (random(3) === 0) return;
    const from = doc.resolve(whole(doc, random(doc.content.size + 1)));
    const length = random(2) === 0 ? 0 : random(random(5) === 0 ? 80 : 15);
    const to = doc.resolve(whole(doc, Math.min(doc.content.size, from.pos + length)));
    this.view.dispatch(tr.setSelection(TextSelection.between(from, to)));
  }

  #copy = (view: EditorView): void => {
    this.#clipboard = view.state.selection.content();
  };

  #cut = (view: EditorView): void => {
    this.#copy(view);
    view.dispatch(view.state.tr.deleteSelection());
  };

  #paste = (view: EditorView): void => {
    view.dispatch(view.state.tr.replaceSelection(this.#clipboard));
  };
}

/** Nobody can put a cursor between the halves of a character. */
function whole(doc: Node, position: number): number {
  const low = doc.textBetween(position, Math.min(doc.content.size, position + 1));
  return /^[\udc00-\udfff]/.test(low) ? position + 1 : position;
}

/** Where no words are left, there is nothing to do but to begin anew. */
function refill(view: EditorView): void {
  const section = nodes['section']!.create(null, nodes['paragraph']!.create());
  const tr = view.state.tr.insert(view.state.doc.content.size, section);
  view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)));
}

type Deed = (view: EditorView, random: Random) => void;

const letters = ['a', 'e', ' ', '5', 'é', '😀', 'word ', 'Two words. ', '\u200d', '\n'];

const type: Deed = (view, random) =>
  view.dispatch(view.state.tr.insertText(letters[random(letters.length)] ?? 'x'));
const remove: Deed = (view) => view.dispatch(view.state.tr.deleteSelection());
const undoIt: Deed = (view) => void undo(view.state);
const redoIt: Deed = (view) => void redo(view.state);
const press = (key: string): Deed => command(baseKeymap[key] ?? splitBlock);

function command(run: Command): Deed {
  return (view) => void run(view.state, view.dispatch);
}

/** Straight to the node under the cursor, as a toolbar would. */
const renumber: Deed = (view, random) => {
  const { $from } = view.state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type !== nodes['ordered_list']) continue;
    view.dispatch(view.state.tr.setNodeAttribute($from.before(depth), 'order', random(10)));
    return;
  }
};

const link: Deed = (view, random) =>
  command(toggleMark(marks['link']!, { href: `https://example.org/${random(3)}` }))(view, random);
const atom =
  (name: string): Deed =>
  (view) =>
    view.dispatch(view.state.tr.replaceSelectionWith(nodes[name]!.create()));
const pasteFromElsewhere: Deed = (view) => {
  const list = nodes['bullet_list']!.create(
    null,
    nodes['list_item']!.create(
      null,
      nodes['paragraph']!.create(null, textSchema.text('pasted', [marks['em']!.create()])),
    ),
  );
  view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(list), 0, 0)));
};

const structure: readonly Deed[] = [
  ...['strong', 'em', 'code'].map((name) => command(toggleMark(marks[name]!))),
  link,
  renumber,
  pasteFromElsewhere,
  atom('hard_break'),
  atom('horizontal_rule'),
  command(joinBackward),
  command(lift),
  command(wrapIn(nodes['blockquote']!)),
  command(wrapInList(nodes['bullet_list']!)),
  command(wrapInList(nodes['ordered_list']!)),
  command(splitListItem(nodes['list_item']!)),
  command(sinkListItem(nodes['list_item']!)),
  command(liftListItem(nodes['list_item']!)),
  command(setBlockType(nodes['paragraph']!)),
  command(setBlockType(nodes['code_block']!)),
  command(setBlockType(nodes['heading']!, { level: 3 })),
  command(setBlockType(nodes['heading']!, { level: 1 })),
];
