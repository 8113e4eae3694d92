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

/** Where words stand in the document, whatever the spaces between them; null where they do not. */
export function rangeOfWords(doc: Node, words: string): { from: number; to: number } | null {
  const text = plainOf(doc);
  const wanted = evenSpaces(words.trim());
  const at = wanted === '' ? -1 : evenSpaces(text.string).indexOf(wanted);
  return at < 0 ? null : { from: text.posOf(at), to: text.posOf(at + wanted.length) };
}

/** As long as it was, so that offsets stay. */
function evenSpaces(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}
