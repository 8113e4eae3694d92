import type { Node } from 'prosemirror-model';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { AnchorBook } from '../../domain/anchor/anchor-book.ts';
import { locate, placeOf } from '../../domain/anchor/locate.ts';
import type { Repair } from '../../domain/anchor/repair.ts';
import { setAnchor } from '../../domain/anchor/set-anchor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import { HeadlessEditor } from './headless-editor.ts';

const SERVER = 'server';

/** A document with a server that marks and repairs, and editors who come and go. All in memory, nothing waits. */
export class Desk {
  readonly server = new Y.Doc();
  readonly fragment = this.server.getXmlFragment('text');
  readonly quotes = new Map<string, string>();
  readonly book: AnchorBook;
  readonly editors: Editor[] = [];
  /** Every repair that was made, in order. */
  readonly repairs: Repair[] = [];

  constructor(doc: Node) {
    this.server.clientID = 1;
    prosemirrorToYXmlFragment(doc, this.fragment);
    this.book = new AnchorBook(this.fragment, (id) => this.quotes.get(id));
    this.server.on('afterTransaction', (tr: Y.Transaction) => {
      this.book.follow(tr, tr.origin === SERVER ? 'server' : 'client');
    });
    this.server.on('update', (update: Uint8Array) => {
      for (const editor of this.editors) editor.inbox.push(update);
    });
  }

  /** What a test does around each update that the server takes in. */
  around: (takeIn: () => void) => void = (takeIn) => takeIn();

  join(): Editor {
    const editor = new Editor(this, 100 + this.editors.length, Y.encodeStateAsUpdate(this.server));
    this.editors.push(editor);
    return editor;
  }

  /** Marks the only occurrence of `words`, as a claim's command does, and gives everybody who is online the news. */
  mark(id: string, words: string): void {
    const whole = new FragmentText(this.fragment);
    const start = whole.string.indexOf(words);
    this.markSpan(id, start, start + words.length);
  }

  markSpan(id: string, start: number, end: number): void {
    const whole = new FragmentText(this.fragment);
    const place = placeOf(whole, { start, end });
    if (place === null) throw new Error('nothing to mark');
    const found = locate(this.fragment, place);
    if (isRefusal(found)) throw new Error(found.reason);
    this.quotes.set(id, found.quote.exact);
    this.server.transact(() => setAnchor(this.fragment, id, found), SERVER);
    this.settle();
  }

  receive(update: Uint8Array, from: Editor): void {
    this.around(() => this.#takeIn(update, from));
  }

  #takeIn(update: Uint8Array, from: Editor): void {
    Y.applyUpdate(this.server, update, from);
    const repairs = this.book.takeRepairs();
    if (repairs.length === 0) return;
    this.repairs.push(...repairs);
    this.server.transact(() => {
      for (const repair of repairs) repair.apply();
    }, SERVER);
  }

  /** Delivers until nobody who is online has anything to say. */
  settle(): void {
    while (this.editors.some((editor) => editor.deliver()));
  }

  /** Everybody comes online, and all is delivered. */
  meet(): void {
    for (const editor of this.editors) editor.online = true;
    this.settle();
  }

  /** What a newcomer sees. */
  reload(): HeadlessEditor {
    return new HeadlessEditor(900, Y.encodeStateAsUpdate(this.server));
  }
}

export class Editor extends HeadlessEditor {
  readonly inbox: Uint8Array[] = [];
  readonly #outbox: Uint8Array[] = [];
  readonly #desk: Desk;
  online = true;
  /** Whether Yjs' own undo made an item that copies put in different places: see `isCrossed`. */
  crossed = false;

  constructor(desk: Desk, clientID: number, initial: Uint8Array) {
    super(clientID, initial);
    this.#desk = desk;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.#outbox.push(update);
    });
    this.doc.on('afterTransaction', (tr: Y.Transaction) => {
      if (tr.origin instanceof Y.UndoManager) this.crossed ||= newItems(tr).some(isCrossed);
    });
  }

  /** Sends one update and takes in one; false if there was nothing to do. */
  deliver(): boolean {
    if (!this.online) return false;
    const out = this.#outbox.shift();
    if (out !== undefined) this.#desk.receive(out, this);
    const incoming = this.inbox.shift();
    if (incoming !== undefined) Y.applyUpdate(this.doc, incoming, 'remote');
    return out !== undefined || incoming !== undefined;
  }
}

function newItems(tr: Y.Transaction): Y.Item[] {
  return [...tr.doc.store.clients].flatMap(([client, structs]) =>
    structs.filter(
      (struct): struct is Y.Item =>
        struct instanceof Y.Item && struct.id.clock >= (tr.beforeState.get(client) ?? 0),
    ),
  );
}

/**
 * Whether the item says that it stands right of one item and left of another,
 * and the first stands right of the second. The undo of Yjs 13.6.33 makes such
 * where what it brings back was moved about; copies then order it differently.
 */
function isCrossed(item: Y.Item): boolean {
  const { origin, rightOrigin } = item;
  const store = (item.parent instanceof Y.AbstractType ? item.parent.doc : null)?.store;
  if (origin === null || rightOrigin === null || store === undefined) return false;
  const end = Y.getItem(store, rightOrigin);
  if (!(end instanceof Y.Item) || end.parent !== item.parent) return false;
  for (let at: Y.Item | null = Y.getItem(store, origin); at !== null; at = at.right) {
    if (at === end) return false;
  }
  return true;
}
