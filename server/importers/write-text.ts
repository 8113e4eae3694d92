// Writes a whole text into an empty Yjs fragment, in the encoding that the
// editors' binding reads and writes: elements by node name, marks as formats.
import type { Mark, Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { anchorKey } from '../../domain/text/mark-key.ts';

function formatsOf(marks: readonly Mark[]): Record<string, unknown> {
  return Object.fromEntries(
    marks.map((mark) => [
      mark.type.name === 'anchor' ? anchorKey(String(mark.attrs['id'])) : mark.type.name,
      mark.attrs,
    ]),
  );
}

/** Neighbouring text nodes are one Y.XmlText. */
function childrenOf(node: Node): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let run: { insert: string; attributes: Record<string, unknown> }[] = [];
  const endRun = (): void => {
    if (run.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(run);
    children.push(text);
    run = [];
  };
  for (const child of node.children) {
    if (child.isText) {
      run.push({ insert: child.text ?? '', attributes: formatsOf(child.marks) });
    } else {
      endRun();
      children.push(elementOf(child));
    }
  }
  endRun();
  return children;
}

function elementOf(node: Node): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | number>>(node.type.name);
  for (const [name, value] of Object.entries(node.attrs)) {
    if (typeof value === 'string' || typeof value === 'number') element.setAttribute(name, value);
  }
  element.insert(0, childrenOf(node));
  // Yjs' types know elements in a tree with string attributes alone; it stores any JSON.
  return element as unknown as Y.XmlElement;
}

/** `fragment` is empty and part of a document; the transaction is the caller's. */
export function writeText(fragment: Y.XmlFragment, text: Node): void {
  fragment.insert(0, childrenOf(text));
}
