/** The plain text of the editor's document, read once for each document that there was. */
import type { Node } from 'prosemirror-model';
import { NodeText } from '../../domain/text/plain-text.ts';

const texts = new WeakMap<Node, NodeText>();

export function plainOf(doc: Node): NodeText {
  let text = texts.get(doc);
  if (!text) {
    text = new NodeText(doc);
    texts.set(doc, text);
  }
  return text;
}
