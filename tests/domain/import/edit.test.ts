import { describe, expect, test } from 'vitest';
import { type Block, blockText, paragraph, type Words } from '../../../domain/import/block.ts';
import { type Edit, edited, replacementFor } from '../../../domain/import/edit.ts';
import { nodesOf } from '../../../domain/import/nodes.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { plainTextOfNode } from '../../../domain/text/plain-text.ts';
import { documentOf } from '../../../server/importers/sections.ts';
import { type Random, seeded } from '../../random.ts';

const words = (text: string) => text.replaceAll(/\s+/gu, '');
const all = (blocks: readonly Block[]) => words(blocks.map(blockText).join(''));

function made(blocks: readonly Block[], edits: readonly Edit[]): Block[] {
  const now = edited(blocks, edits);
  if (isRefusal(now)) throw new Error(now.reason);
  return now;
}
const texts = (blocks: readonly Block[]) => blocks.map(blockText);

describe('joining', () => {
  test.each([
    ['words', 'The river', 'rose.', 'The river rose.'],
    ['a word that a hyphen parts', 'well-', 'known', 'well-known'],
    ['a hyphen that waits', 'pre-', 'and post-war', 'pre- and post-war'],
    ['Chinese', '河水上涨', '了两米。', '河水上涨了两米。'],
    ['Arabic', 'ارتفع', 'النهر', 'ارتفع النهر'],
  ])('%s', (_, left, right, whole) => {
    expect(texts(made([paragraph(left), paragraph(right)], [{ join: 0 }]))).toEqual([whole]);
  });

  test('keeps what the first one is, and the marks of both', () => {
    const heading: Block = { type: 'heading', level: 2, inside: [], words: [{ text: 'Water' }] };
    const bold: Block = {
      ...paragraph(''),
      words: [{ text: 'level', marks: [{ type: 'strong' }] }],
    };
    expect(made([heading, bold], [{ join: 0 }])).toEqual([
      { ...heading, words: [{ text: 'Water ' }, { text: 'level', marks: [{ type: 'strong' }] }] },
    ]);
  });

  test('is refused with code, a rule, and where nothing follows', () => {
    const code: Block = { type: 'code_block', inside: [], words: [{ text: 'x = 1' }] };
    const rule: Block = { type: 'horizontal_rule', inside: [], words: [] };
    for (const pair of [[paragraph('a'), code], [paragraph('a'), rule], [paragraph('a')]]) {
      expect(replacementFor(pair, { join: 0 })).toMatchObject({ code: 'bad-request' });
    }
    expect(texts(made([code, code], [{ join: 0 }]))).toEqual(['x = 1\nx = 1']);
  });
});

describe('splitting', () => {
  test('parts words and marks where the caret stands, without the space there', () => {
    const block: Block = {
      ...paragraph(''),
      words: [{ text: 'One ' }, { text: 'two three', marks: [{ type: 'em' }] }],
    };
    expect(made([block], [{ split: 0, at: 8 }])).toEqual([
      { ...block, words: [{ text: 'One ' }, { text: 'two', marks: [{ type: 'em' }] }] },
      { ...block, words: [{ text: 'three', marks: [{ type: 'em' }] }] },
    ]);
  });

  test('makes a paragraph of what runs on after a heading', () => {
    const heading: Block = { type: 'heading', level: 1, inside: [], words: [{ text: 'A b' }] };
    expect(made([heading], [{ split: 0, at: 2 }]).map(({ type, level }) => [type, level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
    ]);
  });

  test.each([
    ['at the beginning', 'words', 0],
    ['at the end', 'words', 5],
    ['before white space alone', 'words  ', 5],
    ['behind the end', 'words', 99],
    ['inside a character', 'a🙂b', 2],
  ])('%s is refused', (_, text, at) => {
    expect(isRefusal(replacementFor([paragraph(text)], { split: 0, at }))).toBe(true);
  });
});

const seed = Number(process.env['SEED'] ?? 20261127);

test(`random edits lose and change no word, and the document reads as its preview did (seed ${seed})`, () => {
  const random = seeded(seed);
  for (let run = 0; run < 150; run += 1) {
    let blocks: readonly Block[] = randomBlocks(random);
    const before = all(blocks);
    const edits: Edit[] = [];
    const first = blocks;
    for (let step = 0; step < 25; step += 1) {
      const edit = randomEdit(random, blocks);
      const replacement = replacementFor(blocks, edit);
      if (isRefusal(replacement)) {
        expect(replacement.reason).toMatch(/\.$/);
        continue;
      }
      edits.push(edit);
      blocks = blocks.toSpliced(replacement.from, replacement.removes, ...replacement.added);
      expect(all(blocks)).toBe(before);
    }
    expect(made(first, edits)).toEqual(blocks);
    const document = documentOf(nodesOf(blocks));
    document.check();
    expect(plainTextOfNode(document)).toBe(texts(blocks).join('\n'));
  }
});

const pieces = ['river ', 'السد ', '河水。', '🙂', 'well-', 'a\nb', '  ', 'שלום ', '[1] ', '—'];

function randomBlocks(random: Random): Block[] {
  const list = { type: 'bullet_list', key: 1 } as const;
  return Array.from({ length: random.int(1, 12) }, (_, at): Block => {
    const inside = random.chance(0.3) ? [list, { type: 'list_item', key: 10 + at } as const] : [];
    // Blocks of one list stand side by side only by chance; keys may come again, as in no file.
    const keyed = inside.map((each) => ({ ...each, key: each.key + at * 100 }));
    const type = random.pick([
      'paragraph',
      'paragraph',
      'heading',
      'code_block',
      'horizontal_rule',
    ] as const);
    return {
      type,
      ...(type === 'heading' ? { level: random.int(1, 6) } : {}),
      inside: keyed,
      words: type === 'horizontal_rule' ? [] : randomWords(random, type === 'code_block'),
    };
  });
}

function randomWords(random: Random, bare: boolean): Words[] {
  return Array.from({ length: random.int(0, 5) }, () => {
    const text = random.pick(pieces);
    return bare || random.chance(0.6)
      ? { text }
      : {
          text,
          marks: [
            random.pick([
              { type: 'strong' },
              { type: 'link', attrs: { href: 'https://example.org/' } },
            ] as const),
          ],
        };
  });
}

function randomEdit(random: Random, blocks: readonly Block[]): Edit {
  const at = random.int(0, blocks.length);
  return random.chance(0.5)
    ? { join: at }
    : { split: at, at: random.int(0, blocks[at] ? blockText(blocks[at]).length : 3) };
}
