import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, blockText } from '../../../domain/import/block.ts';
import { nodesOf } from '../../../domain/import/nodes.ts';
import { endnotesOf } from '../../../server/importers/endnotes.ts';
import { markdown } from '../../../server/importers/markdown.ts';
import { withoutTags } from '../../../server/importers/markdown/raw-html.ts';
import { documentOf } from '../../../server/importers/sections.ts';
import { seeded } from '../../random.ts';

const blocks = (text: string) => markdown.parse(text).blocks;
const texts = (text: string) => blocks(text).map(blockText);
const shape = (text: string) =>
  blocks(text).map(({ type, level, inside }) =>
    [...inside.map((each) => each.type), type, level]
      .filter((each) => each !== undefined)
      .join(' '),
  );

describe('structure', () => {
  test('headings, lists, quotes, code and rules are what they are', () => {
    const text =
      '## Two\n\n1. one\n2. two\n   - deep\n\n> quoted\n\n```\nx = 1\n```\n\n---\n\nEnd.';
    expect(shape(text)).toEqual([
      'heading 2',
      'ordered_list list_item paragraph',
      'ordered_list list_item paragraph',
      'ordered_list list_item bullet_list list_item paragraph',
      'blockquote paragraph',
      'code_block',
      'horizontal_rule',
      'paragraph',
    ]);
    const document = documentOf(nodesOf(blocks(text)));
    document.check();
    expect(document.firstChild?.children.map((node) => node.type.name)).toEqual([
      'heading',
      'ordered_list',
      'blockquote',
      'code_block',
      'horizontal_rule',
      'paragraph',
    ]);
  });

  test('bold, italic, code and links are marks; a script is no link', () => {
    const [block] = blocks('**b _bi_** `c` [l](https://example.org/) [x](javascript:alert(1))');
    expect(block?.words).toEqual([
      { text: 'b ', marks: [{ type: 'strong' }] },
      { text: 'bi', marks: [{ type: 'strong' }, { type: 'em' }] },
      { text: ' ' },
      { text: 'c', marks: [{ type: 'code' }] },
      { text: ' ' },
      { text: 'l', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] },
      { text: ' [x](javascript:alert(1))' },
    ]);
  });

  test('raw HTML and pictures go, with a note; their words stay', () => {
    const text =
      'A <b>bold</b> ![of the dam](x.png) word.\n\n<div>\n<script>alert("no")</script>\nIn a &lt;box&gt;.\n</div>';
    const parsed = markdown.parse(text);
    expect(parsed.blocks.map(blockText)).toEqual(['A bold of the dam word.', 'In a <box>.']);
    expect(parsed.dropped).toEqual([
      'A picture is left out; its description stands in the text.',
      'Raw HTML is left out; the words in it stand in the text.',
    ]);
  });

  test('a table becomes lines', () => {
    expect(texts('| a | b |\n|---|---|\n| 1 | **2** |')).toEqual(['a | b', '1 | 2']);
  });
});

describe('what it says of itself', () => {
  test('by its first heading and the lines below', () => {
    const { settings, blocks: rest } = markdown.parse(
      '# The *river* rose\n\nAnn Lyst and Bea Rover\n\nNovember 25, 9:00pm ET\n\nIt rose.\n',
    );
    expect(settings).toMatchObject({
      title: 'The river rose',
      byline: 'Ann Lyst and Bea Rover',
      dateline: 'November 25, 9:00pm ET',
    });
    expect(rest.map(blockText)).toEqual(['It rose.']);
  });

  test('by the head of the file, what it does not know named', () => {
    const {
      settings,
      dropped,
      blocks: rest,
    } = markdown.parse(
      '---\ntitle: "River: a report"\nauthor: Ann Lyst\nlang: en\ndraft: true\n---\n\n# Other\n\nWords.',
    );
    expect(settings).toMatchObject({
      title: 'River: a report',
      byline: 'Ann Lyst',
      language: 'en',
    });
    expect(dropped).toEqual(['The head of the file says more than is taken over: draft.']);
    expect(rest.map(blockText)).toEqual(['Other', 'Words.']);
  });
});

describe('notes', () => {
  test('are a paragraph each, also where Markdown runs them together or takes them for definitions', () => {
    const notes = [
      '[1] Gauge, https://example.org/g',
      '[2] https://t dot me/r/1; https://example.org/g',
    ];
    expect(texts(`Text [1].\n\n${notes.join('\n')}`)).toEqual(['Text [1].', ...notes]);
    expect(texts('Text [1].\n\n[1]: https://example.org/g "Gauge"\n')).toEqual([
      'Text 1.',
      '[1] https://example.org/g Gauge',
    ]);
  });

  test('name sources, each address once, with all its numbers', () => {
    const text =
      'Text.\n\n[1] Gauge, https://example.org/g.\n[2] https://t dot me/r/1; https://example.org/g\n';
    expect(endnotesOf(blocks(text))).toEqual([
      { numbers: [1, 2], url: 'https://example.org/g', words: 'Gauge' },
      { numbers: [2], url: 'https://t.me/r/1', words: '' },
    ]);
  });

  test('in the middle of a text are none', () => {
    const text = `[1] https://example.org/\n\n${'Words.\n\n'.repeat(5)}`;
    expect(endnotesOf(blocks(text))).toEqual([]);
  });
});

const seed = Number(process.env['SEED'] ?? 20261127);

test(`no word is lost or moved, whatever stands around it (seed ${seed})`, () => {
  const random = seeded(seed);
  const around: readonly ((word: string) => string)[] = [
    (word) => word,
    (word) => `**${word}**`,
    (word) => `_${word}_`,
    (word) => `\`${word}\``,
    (word) => `[${word}](https://example.org/)`,
    (word) => `![${word}](x.png)`,
    (word) => `<b>${word}</b>`,
    (word) => `\n\n> ${word}`,
    (word) => `\n\n- ${word}`,
    (word) => `\n\n3. ${word}`,
    (word) => `\n\n## ${word}`,
    (word) => `\n\n    ${word}`,
    (word) => `\n\n\`\`\`\n${word}\n\`\`\`\n\n`,
    (word) => `\n\n<div>${word}</div>\n\n`,
    (word) => `\n\n| ${word} |\n|---|\n\n`,
    (word) => `\n\n---\n\n${word}`,
    (word) => `  \n${word}`,
    (word) => `\n${word}`,
  ];
  for (let run = 0; run < 300; run += 1) {
    const known = Array.from({ length: random.int(1, 20) }, (_, at) => `w${at}x`);
    const text = known.map((word) => random.pick(around)(word)).join(' ');
    const { settings, blocks: read } = markdown.parse(text);
    const found = [settings.title ?? '', settings.byline ?? '', ...read.map(blockText)].join(' ');
    expect(found.match(/w\d+x/g), text).toEqual(known);
    documentOf(nodesOf(read)).check();
  }
});

test('any text at all is read, and becomes nodes of the schema', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('#*_`[]()!<>-|&;:1. \n\ta\u05d0中\\"=~^')) }),
      (text) => {
        documentOf(nodesOf(markdown.parse(text).blocks)).check();
      },
    ),
    { numRuns: 600 },
  );
});

test.each(['<', '[', '**a', '`', '> ', '- ', '![', '<!--', '[1]: '])(
  'a long run of %j is read in time',
  (part) => {
    const read: readonly Block[] = blocks(part.repeat(20_000));
    expect(read.length).toBeGreaterThanOrEqual(0);
  },
  60_000,
);

test('words are found between any tags', () => {
  expect(withoutTags('a<br>b <!-- no --> c < d <x')).toBe('a b   c < d <x');
  expect(withoutTags('<style>no</style>yes').trim()).toBe('yes');
});
