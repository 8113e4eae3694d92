/** The text blocks of the document by the Yjs ids of their elements, and which of them are before somebody's eyes. */
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import { childrenOf, type NodeBlock } from '../../domain/text/plain-text.ts';
import { isTextBlock } from '../../domain/text/schema.ts';
import { plainOf } from './plain.ts';
import { centre, scrollerOf } from './screen.ts';

export interface BlockInView {
  readonly id: string;
  readonly element: HTMLElement;
  /** How much of it is on the screen, or of the screen is taken by it: the greater, 0 to 1. */
  readonly share: number;
  readonly words: number;
}

/** `client:clock`, in the order of the text; null for what stands among text blocks and is none. */
type Ids = readonly (string | null)[];

/** Read once for each document that there was. */
const known = new WeakMap<Node, Ids>();

function idsOf(doc: Node, fragment: Y.XmlFragment): Ids {
  let ids = known.get(doc);
  if (!ids) {
    ids = [...walk(fragment)];
    known.set(doc, ids);
  }
  return ids;
}

/** In the very order of `plainOf`: one entry for each of its blocks. */
function* walk(parent: Y.XmlFragment): Generator<string | null> {
  for (const child of childrenOf(parent)) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (isTextBlock(child.nodeName)) {
      const id = child._item?.id;
      yield id ? `${id.client}:${id.clock}` : null;
    } else if (child.nodeName === 'horizontal_rule') yield null;
    else yield* walk(child);
  }
}

/** The blocks of one editor. */
export class TextBlocks {
  readonly #view: EditorView;
  readonly #fragment: Y.XmlFragment;

  constructor(view: EditorView, fragment: Y.XmlFragment) {
    this.#view = view;
    this.#fragment = fragment;
  }

  /** Ids of those that have words, in the order of the text. */
  ids(): readonly string[] {
    return blockIds(this.#view.state.doc, this.#fragment);
  }

  /** Those that are on the screen now, at least in part. */
  inView(): readonly BlockInView[] {
    return blocksInView(this.#view, this.#fragment);
  }

  /** Into view. False where there is no such block any more. */
  scrollTo(id: string): boolean {
    const { doc } = this.#view.state;
    const block = plainOf(doc).blocks[idsOf(doc, this.#fragment).indexOf(id)];
    const element = block ? this.#view.nodeDOM(block.pos - 1) : null;
    if (!(element instanceof HTMLElement)) return false;
    centre(element);
    return true;
  }

  /** Where the screen begins and ends in the whole text, 0 to 1. */
  fractions(): { readonly from: number; readonly to: number } {
    return fractionsInView(this.#view);
  }

  /** So far down the text, 0 to 1, into the middle of the screen. */
  scrollToFraction(at: number): void {
    scrollToFraction(this.#view, at);
  }
}

function blockIds(doc: Node, fragment: Y.XmlFragment): readonly string[] {
  const ids = idsOf(doc, fragment);
  return plainOf(doc).blocks.flatMap(({ node }, at) => {
    const id = ids[at];
    return id !== null && id !== undefined && node.textContent.trim() !== '' ? [id] : [];
  });
}

/** Sections that are off the screen have no layout of their own, and asking would make one: only those in view are read. */
function blocksInView(view: EditorView, fragment: Y.XmlFragment): BlockInView[] {
  const { doc } = view.state;
  const frame = frameOf(view.dom);
  const ids = idsOf(doc, fragment);
  const { blocks } = plainOf(doc);
  const found: BlockInView[] = [];
  for (const { from, to } of sectionsIn(view, frame)) {
    for (let at = firstAfter(blocks, from); at < blocks.length; at += 1) {
      const block = blocks[at];
      if (!block || block.pos > to) break;
      const id = ids[at];
      const element = view.nodeDOM(block.pos - 1);
      if (typeof id !== 'string' || !(element instanceof HTMLElement)) continue;
      const share = shareOf(element.getBoundingClientRect(), frame);
      const words = share > 0 ? wordsOf(block) : 0;
      if (words > 0) found.push({ id, element, share, words });
    }
  }
  return found;
}

/** Where the screen begins and ends in the whole document, 0 to 1, in its positions. */
function fractionsInView(view: EditorView): { from: number; to: number } {
  const frame = frameOf(view.dom);
  const size = Math.max(1, view.state.doc.content.size);
  let from = 1;
  let to = 0;
  for (const section of sectionsIn(view, frame)) {
    const { top, height } = section.rect;
    const length = section.to - section.from;
    // Within a section, as far down as the eye would guess.
    const at = (y: number): number =>
      section.from + length * Math.min(1, Math.max(0, (y - top) / Math.max(1, height)));
    from = Math.min(from, at(frame.top) / size);
    to = Math.max(to, at(frame.bottom) / size);
  }
  return from <= to ? { from, to } : { from: 0, to: 0 };
}

function scrollToFraction(view: EditorView, at: number): void {
  const { doc } = view.state;
  const wanted = Math.min(1, Math.max(0, at)) * doc.content.size;
  let from = 0;
  for (let index = 0; index < doc.childCount; index += 1) {
    const length = doc.child(index).nodeSize;
    const element = wanted <= from + length ? view.nodeDOM(from) : null;
    if (element instanceof HTMLElement) {
      const scroller = scrollerOf(view.dom);
      const { top, height } = element.getBoundingClientRect();
      const frame = frameOf(view.dom);
      const to = top + (height * (wanted - from)) / length;
      return scroller.scrollBy({ top: to - (frame.top + frame.bottom) / 2 });
    }
    from += length;
  }
}

interface SectionInView {
  readonly from: number;
  readonly to: number;
  readonly rect: DOMRect;
}

function* sectionsIn(view: EditorView, frame: Frame): Generator<SectionInView> {
  let from = 0;
  for (let at = 0; at < view.state.doc.childCount; at += 1) {
    const to = from + view.state.doc.child(at).nodeSize;
    const element = view.nodeDOM(from);
    if (element instanceof HTMLElement) {
      const rect = element.getBoundingClientRect();
      if (rect.top > frame.bottom) return;
      if (rect.bottom >= frame.top) yield { from, to, rect };
    }
    from = to;
  }
}

interface Frame {
  readonly top: number;
  readonly bottom: number;
}

function frameOf(element: HTMLElement): Frame {
  const scroller = scrollerOf(element);
  if (scroller === document.documentElement) return { top: 0, bottom: window.innerHeight };
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top, bottom };
}

function shareOf(rect: DOMRect, frame: Frame): number {
  const seen = Math.min(rect.bottom, frame.bottom) - Math.max(rect.top, frame.top);
  if (seen <= 0 || rect.height <= 0) return 0;
  return Math.max(seen / rect.height, seen / Math.max(1, frame.bottom - frame.top));
}

function firstAfter(blocks: readonly NodeBlock[], pos: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.pos ?? 0) < pos) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where words are not parted by blanks, two characters count as one. */
function wordsOf({ node }: NodeBlock): number {
  const text = node.textContent.trim();
  if (text === '') return 0;
  return Math.max(text.split(/\s+/).length, Math.ceil(text.length / 12));
}
