// Flat blocks into nodes of the text's schema, which refuses what it does not know.
import type { Mark, Node } from 'prosemirror-model';
import { textSchema } from '../text/schema.ts';
import type { Block, Words } from './block.ts';

/** The blocks of a document in order, lists and quotes around those that stand in them. */
export function nodesOf(blocks: readonly Block[]): Node[] {
  return within(blocks, 0);
}

function within(blocks: readonly Block[], depth: number): Node[] {
  const nodes: Node[] = [];
  for (let from = 0; from < blocks.length; ) {
    const first = blocks[from];
    if (first === undefined) break;
    const container = first.inside[depth];
    if (container === undefined) {
      nodes.push(nodeOf(first));
      from += 1;
      continue;
    }
    let to = from + 1;
    while (blocks[to]?.inside[depth]?.key === container.key) to += 1;
    const attrs = container.order === undefined ? null : { order: container.order };
    nodes.push(textSchema.node(container.type, attrs, within(blocks.slice(from, to), depth + 1)));
    from = to;
  }
  return nodes;
}

function nodeOf({ type, level, words }: Block): Node {
  if (type === 'horizontal_rule') return textSchema.node(type);
  const attrs = level === undefined ? null : { level };
  const inline =
    type === 'code_block' ? words.flatMap(bareText) : words.flatMap((each) => inlineOf(each));
  return textSchema.node(type, attrs, inline);
}

function bareText({ text }: Words): Node[] {
  return text === '' ? [] : [textSchema.text(text)];
}

function inlineOf({ text, marks = [] }: Words): Node[] {
  const borne = marks.map(
    (mark): Mark => textSchema.mark(mark.type, mark.type === 'link' ? mark.attrs : null),
  );
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [textSchema.node('hard_break')]),
      ...(line === '' ? [] : [textSchema.text(line, borne)]),
    ]);
}
