/** Shared texts and editors over them, for tests of the editor. */
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { TextBinding } from '../../../client/editor/binding.ts';
import { locate, placeOf } from '../../../domain/anchor/locate.ts';
import { setAnchor } from '../../../domain/anchor/set-anchor.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { textSchema } from '../../../domain/text/schema.ts';

export const p = (...words: (string | Node)[]): Node =>
  textSchema.node(
    'paragraph',
    null,
    words
      .filter((word) => word !== '')
      .map((word) => (typeof word === 'string' ? textSchema.text(word) : word)),
  );
export const br = (): Node => textSchema.node('hard_break');
export const section = (...blocks: Node[]): Node => textSchema.node('section', null, blocks);
export const doc = (...sections: Node[]): Node => textSchema.node('doc', null, sections);

/** A Y.Doc whose `text` holds `content`. */
export function sharedDoc(content: Node): Y.Doc {
  const shared = new Y.Doc();
  prosemirrorToYXmlFragment(content, shared.getXmlFragment('text'));
  return shared;
}

/** A copy of its own with everything that `from` holds. */
export function copyOf(from: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(from));
  return copy;
}

/** Each gets what the other has. */
export function sync(...docs: Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
    }
  }
}

export interface Open {
  readonly shared: Y.Doc;
  readonly text: Y.XmlFragment;
  readonly binding: TextBinding;
  readonly view: EditorView;
  close(): void;
}

export function openEditor(
  shared: Y.Doc,
  plugins: readonly Plugin[] = [],
  mayWrite = (): boolean => true,
): Open {
  const text = shared.getXmlFragment('text');
  const binding = new TextBinding(text, mayWrite);
  const view = new EditorView(document.createElement('div'), {
    state: EditorState.create({ doc: binding.initial, plugins: [...plugins, binding.plugin] }),
  });
  return { shared, text, binding, view, close: () => view.destroy() };
}

/** What a page that is opened now would show. */
export function shownAnew(shared: Y.Doc): Node {
  return new TextBinding(shared.getXmlFragment('text'), () => false).initial;
}

/** Marks `words` as the server would. */
export function anchor(shared: Y.Doc, id: string, words: string): void {
  const fragment = shared.getXmlFragment('text');
  const whole = new FragmentText(fragment);
  const start = whole.string.indexOf(words);
  const place = placeOf(whole, { start, end: start + words.length });
  const found = place && locate(fragment, place, whole);
  if (!found || isRefusal(found)) throw new Error(`“${words}” cannot be marked`);
  shared.transact(() => setAnchor(fragment, id, found), 'server');
}

export const claimA = 'AAAAAAAAAAAAAAAAAAAAA';
export const claimB = 'BBBBBBBBBBBBBBBBBBBBB';
export const claimC = 'CCCCCCCCCCCCCCCCCCCCC';

/** A small generator, so that a failure names the seed that makes it again. */
export function random(seed: number): { below(limit: number): number } {
  let state = seed | 0;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
    },
  };
}
