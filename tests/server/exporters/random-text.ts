import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { textSchema } from '../../../domain/text/schema.ts';
import { idOf, line } from './random-basics.ts';

/** Paragraphs, headings, lists, quotes, code and breaks, with overlapping anchors and links. */
export function textWith(claims: number, threads: number): fc.Arbitrary<Node> {
  const words = line.filter((each) => each !== '');
  const talk = Array.from({ length: threads }, (_, index) => idOf('talk', index * 10));
  const mark = fc.oneof(
    fc.constantFrom(idOf('claim', 0), ...talk).map((id) => textSchema.mark('anchor', { id })),
    fc.nat(claims - 1).map((claim) => textSchema.mark('anchor', { id: idOf('claim', claim) })),
    fc.constantFrom('strong', 'em', 'code').map((name) => textSchema.mark(name)),
    fc
      .constantFrom('https://example.org/?a="b', 'mailto:a@example.org')
      .map((href) => textSchema.mark('link', { href })),
  );
  const run = fc.tuple(words, fc.array(mark, { maxLength: 4 })).map(([text, marks]) =>
    textSchema.text(
      text,
      marks.reduce((set, each) => each.addToSet(set), textSchema.text('x').marks),
    ),
  );
  const inline = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: run },
      { weight: 1, arbitrary: fc.constant(textSchema.node('hard_break')) },
    ),
    { maxLength: 5 },
  );
  const leaf = fc.oneof(
    { weight: 6, arbitrary: inline.map((nodes) => textSchema.node('paragraph', null, nodes)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(inline, fc.integer({ min: 1, max: 6 }))
        .map(([nodes, level]) => textSchema.node('heading', { level }, nodes)),
    },
    { weight: 1, arbitrary: fc.constant(textSchema.node('horizontal_rule')) },
    {
      weight: 1,
      arbitrary: words.map((text) => textSchema.node('code_block', null, textSchema.text(text))),
    },
  );
  const block = fc.oneof(
    { weight: 5, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc
        .array(leaf, { maxLength: 3 })
        .map((nodes) => textSchema.node('blockquote', null, nodes)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(fc.array(leaf, { maxLength: 2 }), { maxLength: 3 }), fc.nat(9))
        .map(([items, order]) =>
          textSchema.node(
            'ordered_list',
            { order },
            items.map((nodes) => textSchema.node('list_item', null, nodes)),
          ),
        ),
    },
  );
  return fc.array(fc.array(block, { maxLength: 4 }), { maxLength: 3 }).map((sections) =>
    textSchema.node(
      'doc',
      null,
      sections.map((blocks) => textSchema.node('section', null, blocks)),
    ),
  );
}
