/**
 * The editor's document and the shared text, kept equal. Ours rather than
 * y-prosemirror's plugin, of which only the writer is used (so that the
 * encoding is the same): this one applies a remote change as the smallest step
 * instead of replacing the whole document, never deletes from the shared text
 * what it cannot show, never scrolls on a remote change, and writes nothing
 * where nobody may edit.
 */
import { type Node, Slice } from 'prosemirror-model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { mendUndo } from './mend-undo.ts';
import { toAbsolute, toRelative } from './positions.ts';
import { adopt, renderDocument, type Shown } from './render.ts';
import { writeTyping } from './typing.ts';

// Before any undo manager; what it mends is the same for all of them.
mendUndo();

interface RelativeSelection {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

const key = new PluginKey<null>('binding');

/** Whether a transaction shows what happened in the shared text: someone else's change, or an undo. */
export function isShared(transaction: Transaction): boolean {
  return transaction.getMeta(key) === true;
}

/** Blocks that an undo of their insertion leaves while they hold words of others. */
const kept = new Set([
  'section',
  'paragraph',
  'heading',
  'bullet_list',
  'ordered_list',
  'list_item',
  'blockquote',
  'code_block',
]);

export class TextBinding {
  readonly plugin: Plugin<null>;
  readonly undoManager: Y.UndoManager;
  /** The document to begin with. */
  readonly initial: Node;
  readonly #fragment: Y.XmlFragment;
  readonly #mayWrite: () => boolean;
  readonly #shown: Shown = new Map();
  readonly #isOMark = new Map();
  #view: EditorView | null = null;
  #writing = false;
  #before: RelativeSelection | null = null;
  #lastLocal: RelativeSelection | null = null;

  constructor(fragment: Y.XmlFragment, mayWrite: () => boolean) {
    this.#fragment = fragment;
    this.#mayWrite = mayWrite;
    this.initial = renderDocument(fragment, this.#shown);
    this.#shown.set(fragment, this.initial);
    this.undoManager = new Y.UndoManager(fragment, {
      // Only what this editor wrote: never a colleague's words, never a claim's marks.
      trackedOrigins: new Set([this]),
      deleteFilter: (item) => !holdsOthers(item),
    });
    this.#rememberSelections();
    this.plugin = new Plugin<null>({
      key,
      filterTransaction: (transaction) =>
        !transaction.docChanged || isShared(transaction) || this.#mayWrite(),
      appendTransaction: (transactions, before, after) =>
        transactions.some((tr) => tr.docChanged && !isShared(tr))
          ? bareAtoms(before.doc, after.tr)
          : null,
      view: (view) => this.#attach(view),
    });
  }

  undo(): boolean {
    return this.undoManager.undo() !== null;
  }

  redo(): boolean {
    return this.undoManager.redo() !== null;
  }

  relative(state: EditorState): RelativeSelection | null {
    const anchor = toRelative(this.#fragment, state.doc, state.selection.anchor);
    const head = toRelative(this.#fragment, state.doc, state.selection.head);
    return anchor && head ? { anchor, head } : null;
  }

  #attach(view: EditorView): {
    update(view: EditorView, before: EditorState): void;
    destroy(): void;
  } {
    const shared = this.#fragment.doc;
    if (!shared) throw new Error('The text is not part of a document');
    this.#view = view;
    const onBefore = (): void => {
      if (!this.#writing && this.#view) this.#before = this.relative(this.#view.state);
    };
    const onEvents = (_events: unknown, transaction: Y.Transaction): void => {
      if (!this.#writing) this.#show(transaction);
    };
    shared.on('beforeAllTransactions', onBefore);
    this.#fragment.observeDeep(onEvents);
    return {
      update: (_view, before) => this.#write(before),
      destroy: () => {
        this.#view = null;
        shared.off('beforeAllTransactions', onBefore);
        this.#fragment.unobserveDeep(onEvents);
        this.undoManager.destroy();
      },
    };
  }

  /** From the editor to the shared text, after all plugins have had their say. */
  #write(before: EditorState): void {
    const view = this.#view;
    const shared = this.#fragment.doc;
    if (!view || !shared || view.state.doc === this.#shown.get(this.#fragment)) return;
    const known = this.#matches(before);
    this.#lastLocal = known ? this.relative(before) : null;
    const { doc, selection } = view.state;
    this.#writing = true;
    try {
      shared.transact(() => {
        if (known && writeTyping(this.#fragment, before.doc, doc, selection.head)) {
          adopt(this.#fragment, doc, this.#shown);
        } else {
          updateYFragment(shared, this.#fragment, doc, {
            mapping: this.#shown,
            isOMark: this.#isOMark,
          });
        }
      }, this);
    } finally {
      this.#writing = false;
    }
  }

  #matches(state: EditorState): boolean {
    return state.doc === this.#shown.get(this.#fragment);
  }

  /** From the shared text to the editor. */
  #show(transaction: Y.Transaction): void {
    const view = this.#view;
    if (!view) return;
    this.#forget(transaction);
    const next = renderDocument(this.#fragment, this.#shown);
    const tr = view.state.tr.setMeta(key, true).setMeta('addToHistory', false);
    const replaced = changeTo(tr, next);
    adopt(this.#fragment, tr.doc, this.#shown);
    if (!replaced) return;
    const { from, to } = view.state.selection;
    const touched = from < replaced.to && to > replaced.from;
    if (touched && this.#before && view.state.selection instanceof TextSelection)
      this.#select(tr, this.#before);
    // Bold that was switched on and not yet typed with outlives what others write.
    if (view.state.storedMarks) tr.setStoredMarks(view.state.storedMarks);
    view.dispatch(tr);
  }

  /** Drops the nodes of everything that changed, and of all that holds it. */
  #forget(transaction: Y.Transaction): void {
    for (const type of transaction.changed.keys()) this.#shown.delete(type);
    for (const type of transaction.changedParentTypes.keys()) this.#shown.delete(type);
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) {
        this.#shown.delete(struct.content.type);
      }
    });
  }

  #select(tr: Transaction, selection: RelativeSelection): void {
    const anchor = toAbsolute(this.#fragment, tr.doc, selection.anchor);
    const head = toAbsolute(this.#fragment, tr.doc, selection.head);
    if (anchor === null || head === null) return;
    const [$anchor, $head] = [tr.doc.resolve(anchor), tr.doc.resolve(head)];
    // Words may have gone with all that a caret could stand in.
    const inText = $anchor.parent.inlineContent && $head.parent.inlineContent;
    tr.setSelection(inText ? TextSelection.between($anchor, $head) : Selection.near($head));
  }

  /** An undone change puts the caret back where it was when it was made. */
  #rememberSelections(): void {
    this.undoManager.on('stack-item-added', ({ stackItem, type }) => {
      if (type === 'undo' && this.#writing) stackItem.meta.set(this, this.#lastLocal);
    });
    this.undoManager.on('stack-item-popped', ({ stackItem }) => {
      const selection = stackItem.meta.get(this) as RelativeSelection | null | undefined;
      const view = this.#view;
      if (!selection || !view) return;
      const { tr } = view.state;
      this.#select(tr, selection);
      view.dispatch(tr.scrollIntoView());
    });
  }
}

/** Takes marks off line breaks: the encoding has no room for them, and copies would differ. */
function bareAtoms(before: Node, tr: Transaction): Transaction | null {
  const now = new Set(tr.doc.children);
  const known = new Set<Node>(before.children);
  for (const section of before.children) {
    if (!now.has(section)) for (const block of section.children) known.add(block);
  }
  tr.doc.descendants((node, pos) => {
    if (node.isInline && node.isAtom && !node.isText && node.marks.length > 0)
      tr.removeMark(pos, pos + 1);
    return !known.has(node);
  });
  return tr.docChanged ? tr : null;
}

function holdsOthers(item: unknown): boolean {
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return false;
  const { type } = item.content;
  if (type instanceof Y.XmlText) return type.length > 0;
  return type instanceof Y.XmlElement && kept.has(type.nodeName) && type.length > 0;
}

/**
 * Makes `tr.doc` equal to `next` by one step that replaces as little as it can,
 * so that positions and decorations elsewhere stay. Returns what it replaced in
 * the old document; null if they were equal.
 */
export function changeTo(tr: Transaction, next: Node): { from: number; to: number } | null {
  const { doc } = tr;
  const from = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  if (from === null || end === null) return null;
  // Repeated characters can be counted from both sides.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  const to = end.a + overlap;
  const smallest = new ReplaceStep(from, to, next.slice(from, end.b + overlap));
  const applied = smallest.apply(doc);
  if (applied.doc?.eq(next)) {
    tr.step(smallest);
    return { from, to };
  }
  tr.step(new ReplaceStep(0, doc.content.size, new Slice(next.content, 0, 0)));
  return { from: 0, to: doc.content.size };
}
