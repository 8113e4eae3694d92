// The plain text of a document: what every offset, quote and search counts in.
// Its text blocks in order, joined by U+000A; a hard break is U+000A, any other
// atom U+FFFC, sections and other containers nothing. There is one reader for
// ProseMirror and one for Yjs, and a test that they agree.
//
// Offsets here are UTF-16 units, since all that they are handed to counts so;
// `CodePoints` turns them into what leaves the program.
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { isTextBlock } from './schema.ts';

export const BLOCK_BREAK = '\n';
export const ATOM = '\uFFFC';

/** One line of the plain text: a text block, or an atom that stands among blocks. */
export interface PlainBlock {
  readonly from: number;
  readonly to: number;
}

/** The index of the block that holds `offset`; a break belongs to the block before it. -1 if there is none. */
export function blockAt(blocks: readonly PlainBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export interface NodeBlock extends PlainBlock {
  readonly node: Node;
  /** Where the block's content starts in the ProseMirror document; for an atom, the atom itself. */
  readonly pos: number;
}

/** The plain text of a ProseMirror document, with its blocks. */
export class NodeText {
  readonly string: string;
  readonly blocks: readonly NodeBlock[];

  constructor(doc: Node) {
    const lines: string[] = [];
    const blocks: NodeBlock[] = [];
    let from = 0;
    doc.descendants((node, pos) => {
      if (!node.isTextblock && !node.isLeaf) return true;
      const line = node.isTextblock ? inlineText(node) : ATOM;
      blocks.push({ node, pos: node.isTextblock ? pos + 1 : pos, from, to: from + line.length });
      lines.push(line);
      from += line.length + 1;
      return false;
    });
    this.string = lines.join(BLOCK_BREAK);
    this.blocks = blocks;
  }

  /** The plain offset of position `pos`; between blocks, the end of the block before (0 at the very start). */
  offsetOf(pos: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.blocks[middle]?.pos ?? 0) <= pos) low = middle + 1;
      else high = middle;
    }
    const block = this.blocks[low - 1];
    return block === undefined ? 0 : Math.min(block.from + pos - block.pos, block.to);
  }

  /** The position of plain offset `offset`: every character is one position wide inside its block. */
  posOf(offset: number): number {
    const block = this.blocks[Math.max(0, blockAt(this.blocks, offset))];
    return block === undefined
      ? 0
      : block.pos + Math.min(Math.max(offset - block.from, 0), block.to - block.from);
  }
}

function inlineText(block: Node): string {
  let line = '';
  block.forEach((child) => {
    line += child.text ?? (child.type.name === 'hard_break' ? BLOCK_BREAK : ATOM);
  });
  return line;
}

export function plainTextOfNode(doc: Node): string {
  return new NodeText(doc).string;
}

/** Some characters of one Y.XmlText, in its own indexes. */
export interface Piece {
  readonly text: Y.XmlText;
  readonly index: number;
  readonly length: number;
}

/** One Y.XmlText in the plain text. A block holds several where hard breaks part them. */
export interface TextRun {
  readonly text: Y.XmlText;
  readonly from: number;
  readonly to: number;
}

/** The plain text of a Yjs fragment, with its blocks and texts. It is of one moment: it does not follow changes. */
export class FragmentText {
  readonly string: string;
  readonly blocks: readonly PlainBlock[];
  /** In text order. Empty texts are there too. */
  readonly runs: readonly TextRun[];
  readonly #runOf = new Map<Y.XmlText, TextRun>();

  constructor(fragment: Y.XmlFragment) {
    const lines: string[] = [];
    const blocks: PlainBlock[] = [];
    const runs: TextRun[] = [];
    let from = 0;
    const addBlock = (line: string): void => {
      blocks.push({ from, to: from + line.length });
      lines.push(line);
      from += line.length + 1;
    };
    const readBlock = (block: Y.XmlElement): void => {
      let line = '';
      for (const child of childrenOf(block)) {
        if (child instanceof Y.XmlText) {
          const start = from + line.length;
          line += stringOf(child);
          const run = { text: child, from: start, to: from + line.length };
          runs.push(run);
          this.#runOf.set(child, run);
        } else {
          line += child.nodeName === 'hard_break' ? BLOCK_BREAK : ATOM;
        }
      }
      addBlock(line);
    };
    const readContainer = (container: Y.XmlFragment): void => {
      for (const child of childrenOf(container)) {
        if (child instanceof Y.XmlText) continue;
        if (isTextBlock(child.nodeName)) readBlock(child);
        else if (child.nodeName === 'horizontal_rule') addBlock(ATOM);
        else readContainer(child);
      }
    };
    readContainer(fragment);
    this.string = lines.join(BLOCK_BREAK);
    this.blocks = blocks;
    this.runs = runs;
  }

  /** The plain offset of `index` in `text`, or null if the text is not in the fragment or too short. */
  offsetOf(text: Y.XmlText, index: number): number | null {
    const run = this.#runOf.get(text);
    return run === undefined || index < 0 || index > run.to - run.from ? null : run.from + index;
  }

  /** The text that holds the character at `offset`, or null at a break or an atom. */
  runAt(offset: number): TextRun | null {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.to ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const run = this.runs[low];
    return run !== undefined && run.from <= offset ? run : null;
  }

  /** Where the characters from `start` to `end` stand, in text order; breaks and atoms have no piece. */
  pieces(start: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    for (const run of this.#runsFrom(start)) {
      if (run.from >= end) break;
      const from = Math.max(start, run.from);
      const to = Math.min(end, run.to);
      if (to > from) pieces.push({ text: run.text, index: from - run.from, length: to - from });
    }
    return pieces;
  }

  *#runsFrom(offset: number): Generator<TextRun> {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.to ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.runs.length; i++) {
      const run = this.runs[i];
      if (run !== undefined) yield run;
    }
  }
}

/** The elements and texts that are in `parent` now. */
export function* childrenOf(parent: Y.XmlFragment): Generator<Y.XmlElement | Y.XmlText> {
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    const type = item.content.type;
    if (type instanceof Y.XmlText || type instanceof Y.XmlElement) yield type;
  }
}

/** The characters of a Y.XmlText; its indexes are those of this string. What is no string counts as atoms. */
export function stringOf(text: Y.XmlText): string {
  let string = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    string += item.content instanceof Y.ContentString ? item.content.str : ATOM.repeat(item.length);
  }
  return string;
}
