/**
 * Positions in the editor's document against Yjs relative positions, by path:
 * child by child from the top, without a table of nodes that could miss one.
 */
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { childrenOf } from '../../domain/text/plain-text.ts';

/** Sticks to the character after it; null where the documents do not match. */
export function toRelative(
  fragment: Y.XmlFragment,
  doc: Node,
  pos: number,
): Y.RelativePosition | null {
  const $pos = doc.resolve(pos);
  let parent = fragment;
  for (let depth = 0; depth < $pos.depth; depth += 1) {
    const child = elementAt(parent, $pos.index(depth));
    if (!child) return null;
    parent = child;
  }
  if (!$pos.parent.isTextblock) {
    return Y.createRelativePositionFromTypeIndex(parent, Math.min($pos.index(), parent.length));
  }
  let offset = $pos.parentOffset;
  let index = 0;
  for (const child of childrenOf(parent)) {
    if (child instanceof Y.XmlText) {
      if (offset <= child.length) return Y.createRelativePositionFromTypeIndex(child, offset);
      offset -= child.length;
    } else {
      if (offset === 0) break;
      offset -= 1;
    }
    index += 1;
  }
  return Y.createRelativePositionFromTypeIndex(parent, index);
}

/** Null if it names nothing in this document, or something that is not shown. */
export function toAbsolute(
  fragment: Y.XmlFragment,
  doc: Node,
  relative: Y.RelativePosition,
): number | null {
  const { doc: shared } = fragment;
  // Resolving a root's name would create that root.
  if (!shared || (relative.tname !== null && relative.tname !== 'text')) return null;
  const found = Y.createAbsolutePositionFromRelativePosition(relative, shared);
  if (!found) return null;
  const { type, index } = found;
  if (type instanceof Y.XmlText) {
    const block = type.parent;
    if (!(block instanceof Y.XmlElement)) return null;
    const inside = inlineOffset(block, type);
    return inside === null ? null : within(fragment, doc, block, inside + index);
  }
  if (!(type instanceof Y.XmlFragment)) return null;
  return within(fragment, doc, type, null, index);
}

/** The position `offset` units, or before the child `index`, into the node that shows `type`. */
function within(
  fragment: Y.XmlFragment,
  doc: Node,
  type: Y.XmlFragment,
  offset: number | null,
  index = 0,
): number | null {
  const path = pathOf(fragment, type);
  if (!path) return null;
  let node = doc;
  let pos = 0;
  for (const step of path) {
    if (step >= node.childCount) return null;
    pos += startOf(node, step) + 1;
    node = node.child(step);
  }
  const inside =
    offset ??
    (node.isTextblock
      ? offsetOfChild(type, index)
      : startOf(node, Math.min(index, node.childCount)));
  return inside > node.content.size ? null : pos + inside;
}

function startOf(node: Node, index: number): number {
  let offset = 0;
  for (let i = 0; i < index; i += 1) offset += node.child(i).nodeSize;
  return offset;
}

function pathOf(fragment: Y.XmlFragment, type: Y.XmlFragment): number[] | null {
  const path: number[] = [];
  for (let at: Y.XmlFragment = type; at !== fragment; ) {
    const { parent } = at;
    if (at._item?.deleted !== false || !(parent instanceof Y.XmlFragment)) return null;
    let index = 0;
    for (const sibling of childrenOf(parent)) {
      if (sibling === at) break;
      if (sibling instanceof Y.XmlElement) index += 1;
    }
    path.unshift(index);
    at = parent;
  }
  return path;
}

function inlineOffset(block: Y.XmlElement, text: Y.XmlText): number | null {
  let offset = 0;
  for (const child of childrenOf(block)) {
    if (child === text) return offset;
    offset += child instanceof Y.XmlText ? child.length : 1;
  }
  return null;
}

function offsetOfChild(block: Y.XmlFragment, index: number): number {
  let offset = 0;
  let left = index;
  for (const child of childrenOf(block)) {
    if (left === 0) break;
    offset += child instanceof Y.XmlText ? child.length : 1;
    left -= 1;
  }
  return offset;
}

function elementAt(parent: Y.XmlFragment, index: number): Y.XmlElement | null {
  let at = 0;
  for (const child of childrenOf(parent)) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (at === index) return child;
    at += 1;
  }
  return null;
}
