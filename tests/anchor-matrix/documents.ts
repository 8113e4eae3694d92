import type { Node } from 'prosemirror-model';
import { textSchema } from '../../domain/text/schema.ts';

const { node } = { node: textSchema.node.bind(textSchema) };

/** A paragraph; `|` stands for a hard break. */
export function p(words: string): Node {
  const content = words
    .split('|')
    .flatMap((part, i) => [
      ...(i > 0 ? [node('hard_break')] : []),
      ...(part === '' ? [] : [textSchema.text(part)]),
    ]);
  return node('paragraph', null, content);
}

export function section(...blocks: Node[]): Node {
  return node('section', null, blocks);
}

export function doc(...sections: Node[]): Node {
  return node('doc', null, sections);
}
