/**
 * Yjs to ProseMirror: reads the shared text, never writes it. What the schema
 * does not know is shown as nothing; a renderer that deletes what it cannot
 * show would delete it for everybody.
 */
import { Fragment, Mark, type Node } from 'prosemirror-model';
import type { updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { anchorOfFormat, isAnchorKey } from '../../domain/text/mark-key.ts';
import { childrenOf } from '../../domain/text/plain-text.ts';
import { textSchema } from '../../domain/text/schema.ts';

/** Which node shows which Yjs type, as y-prosemirror's writer wants it: a text is an array of text nodes. */
export type Shown = Parameters<typeof updateYFragment>[3]['mapping'];

/** The whole document; nodes in `shown` are taken as they are, new ones are added to it. */
export function renderDocument(fragment: Y.XmlFragment, shown: Shown): Node {
  return textSchema.topNodeType.create(
    null,
    renderChildren(fragment, textSchema.topNodeType.name, shown),
  );
}

function renderChildren(parent: Y.XmlFragment, name: string, shown: Shown): Fragment {
  const type = textSchema.nodes[name];
  const children: Node[] = [];
  for (const child of childrenOf(parent)) {
    if (child instanceof Y.XmlText) {
      if (type?.inlineContent) children.push(...renderText(child, type.markSet, shown));
    } else {
      const node = renderElement(child, shown);
      if (node && type?.contentMatch.matchType(node.type)) children.push(node);
    }
  }
  return Fragment.fromArray(children);
}

function renderElement(element: Y.XmlElement, shown: Shown): Node | null {
  const known = shown.get(element);
  if (known && !Array.isArray(known)) return known;
  const type = textSchema.nodes[element.nodeName];
  if (!type || type === textSchema.topNodeType) return null;
  const node = type.create(
    element.getAttributes(),
    renderChildren(element, element.nodeName, shown),
  );
  shown.set(element, node);
  return node;
}

function renderText(
  text: Y.XmlText,
  allowed: readonly { name: string }[] | null,
  shown: Shown,
): Node[] {
  const known = shown.get(text);
  if (Array.isArray(known)) return known;
  const nodes: Node[] = [];
  for (const { insert, attributes } of text.toDelta() as DeltaPiece[]) {
    if (typeof insert !== 'string' || insert === '') continue;
    const marks = marksOf(attributes ?? {}).filter(
      (mark) => allowed === null || allowed.some(({ name }) => name === mark.type.name),
    );
    nodes.push(textSchema.text(insert, marks));
  }
  shown.set(text, nodes);
  return nodes;
}

/** What Yjs' `toDelta` gives; its own type is `any`. */
interface DeltaPiece {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const anchorMarks = new Map<string, Mark>();

/** One Mark object an anchor: ProseMirror compares by identity first, and 10,000 claims have many pieces. */
function anchorMark(id: string): Mark {
  let mark = anchorMarks.get(id);
  if (!mark) {
    mark = textSchema.mark('anchor', { id });
    anchorMarks.set(id, mark);
  }
  return mark;
}

function marksOf(attributes: Readonly<Record<string, unknown>>): readonly Mark[] {
  const marks: Mark[] = [];
  // In the order of the keys: the order of anchors must be the same in every copy.
  for (const key of Object.keys(attributes).sort()) {
    const value = attributes[key];
    if (value === null || value === undefined) continue;
    if (isAnchorKey(key)) {
      const id = anchorOfFormat(key, value);
      if (id !== null) marks.push(anchorMark(id));
    } else {
      const type = textSchema.marks[key];
      if (type && typeof value === 'object') marks.push(type.create({ ...value }));
    }
  }
  return Mark.setFrom(marks);
}

/**
 * After a step made the editor's document equal to the rendered one: notes the
 * editor's own nodes, so that the next local change compares by identity.
 */
export function adopt(parent: Y.XmlFragment, node: Node, shown: Shown): void {
  if (shown.get(parent) === node) return;
  shown.set(parent, node);
  let index = 0;
  // Two texts side by side may share one node: what then stands where is left to be compared by content.
  let aligned = true;
  for (const child of childrenOf(parent)) {
    if (child instanceof Y.XmlText) {
      const nodes: Node[] = [];
      let left: number = aligned ? child.length : -1;
      while (left > 0 && index < node.childCount && node.child(index).isText) {
        const piece: Node = node.child(index);
        nodes.push(piece);
        left -= piece.nodeSize;
        index += 1;
      }
      aligned = left === 0;
      if (aligned) shown.set(child, nodes);
      else shown.delete(child);
    } else if (shown.has(child)) {
      while (index < node.childCount && node.child(index).isText) index += 1;
      if (index >= node.childCount) return;
      adopt(child, node.child(index), shown);
      index += 1;
      aligned = true;
    }
  }
}
