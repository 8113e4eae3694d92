import type { Node } from 'prosemirror-model';
import {
  type Command,
  EditorState,
  type PluginView,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { redo, undo, yUndoPlugin, yUndoPluginKey, ySyncPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { anchorsOfNode, wordsOfRanges } from '../../domain/anchor/node-ranges.ts';
import { NodeText } from '../../domain/text/plain-text.ts';
import { textSchema } from '../../domain/text/schema.ts';

/** y-prosemirror as it is, on a view without a DOM: the state, and the plugins' views told of every change. */
export class HeadlessEditor {
  readonly doc = new Y.Doc();
  readonly #pluginViews: PluginView[] = [];
  state: EditorState;

  constructor(clientID: number, initial: Uint8Array) {
    this.doc.clientID = clientID;
    Y.applyUpdate(this.doc, initial, 'remote');
    const plugins = [ySyncPlugin(this.doc.getXmlFragment('text')), yUndoPlugin()];
    this.state = EditorState.create({ schema: textSchema, plugins });
    // The binding uses no more of a view than this.
    const view = this as unknown as EditorView;
    for (const plugin of this.state.plugins) {
      const pluginView = plugin.spec.view?.(view);
      if (pluginView !== undefined) this.#pluginViews.push(pluginView);
    }
  }

  dispatch(tr: Transaction): void {
    const previous = this.state;
    this.state = this.state.apply(tr);
    for (const pluginView of this.#pluginViews) {
      pluginView.update?.(this as unknown as EditorView, previous);
    }
  }

  hasFocus(): boolean {
    return false;
  }

  destroy(): void {
    for (const pluginView of this.#pluginViews) pluginView.destroy?.();
    this.doc.destroy();
  }

  get node(): Node {
    return this.state.doc;
  }

  get text(): string {
    return new NodeText(this.node).string;
  }

  /** The words that the anchor lies on, as this editor shows them. */
  words(id: string): string {
    return wordsOfRanges(this.node, anchorsOfNode(this.node).get(id) ?? []);
  }

  pieces(id: string): number {
    return (anchorsOfNode(this.node).get(id) ?? []).length;
  }

  /** The position of the only occurrence of `words`, or of the place behind `after` in it. */
  at(words: string, skip = 0): number {
    const text = new NodeText(this.node);
    const offset = text.string.indexOf(words);
    if (offset < 0 || text.string.includes(words, offset + 1)) {
      throw new Error(`"${words}" is not exactly once in "${text.string}"`);
    }
    return text.posOf(offset + skip);
  }

  select(words: string, skip = 0, length = words.length): this {
    return this.selectRange(this.at(words, skip), this.at(words, skip + length));
  }

  cursor(words: string, skip = 0): this {
    return this.selectRange(this.at(words, skip));
  }

  selectRange(from: number, to = from): this {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.node, from, to)));
    return this;
  }

  /** As the keyboard does: replaces the selection, with the marks that ProseMirror gives to typed text. */
  type(words: string): this {
    for (const key of words) this.dispatch(this.state.tr.insertText(key).scrollIntoView());
    return this;
  }

  run(...commands: Command[]): this {
    for (const command of commands) {
      if (!command(this.state, (tr) => this.dispatch(tr)))
        throw new Error('the command did not apply');
    }
    return this;
  }

  change(make: (tr: Transaction) => Transaction): this {
    this.dispatch(make(this.state.tr));
    return this;
  }

  undo(): this {
    undo(this.state);
    return this;
  }

  redo(): this {
    redo(this.state);
    return this;
  }

  /** What is done next becomes an undo step of its own. */
  pause(): this {
    const undoing: unknown = yUndoPluginKey.getState(this.state);
    const { undoManager } = undoing as { undoManager: Y.UndoManager };
    undoManager.stopCapturing();
    return this;
  }
}
