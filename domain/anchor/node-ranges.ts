// The anchors of a ProseMirror document: what an editor or an exporter sees of
// them. The same ranges and words as in the Yjs text that it was made from.
import type { Node } from 'prosemirror-model';
import { ATOM, BLOCK_BREAK } from '../text/plain-text.ts';

/** Positions in a ProseMirror document; never across the end of a text block. */
export interface NodeRange {
  readonly from: number;
  readonly to: number;
}

/** Every anchor with its ranges in text order; what lies side by side in one block is one range. */
export function anchorsOfNode(doc: Node): Map<string, NodeRange[]> {
  const found = new Map<string, NodeRange[]>();
  doc.descendants((node, pos) => {
    if (!node.isText) return;
    const to = pos + node.nodeSize;
    for (const mark of node.marks) {
      const id: unknown = mark.attrs['id'];
      if (mark.type.name !== 'anchor' || typeof id !== 'string') continue;
      const ranges = found.get(id) ?? [];
      if (ranges.length === 0) found.set(id, ranges);
      const last = ranges.at(-1);
      if (last?.to === pos) ranges[ranges.length - 1] = { from: last.from, to };
      else ranges.push({ from: pos, to });
    }
  });
  return found;
}

/**
 * The words on `ranges`, which are in text order: a line break between blocks
 * and at hard breaks, a space where words of the same line are left out.
 */
export function wordsOfRanges(doc: Node, ranges: readonly NodeRange[]): string {
  let words = '';
  let last: NodeRange | undefined;
  for (const range of ranges) {
    if (last !== undefined) {
      const between = doc.textBetween(last.to, range.from, BLOCK_BREAK, leaf);
      words += between === '' || between.includes(BLOCK_BREAK) ? BLOCK_BREAK : ' ';
    }
    words += doc.textBetween(range.from, range.to, BLOCK_BREAK, leaf);
    last = range;
  }
  return words;
}

function leaf(node: Node): string {
  return node.type.name === 'hard_break' ? BLOCK_BREAK : ATOM;
}
