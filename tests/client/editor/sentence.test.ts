import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAt, sentencesOf } from '../../../client/editor/sentence.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { plainText } from '../../../server/importers/plain-text.ts';
import { textImporter } from '../../../server/importers/text-format.ts';

const split = (text: string, language?: string): string[] =>
  sentencesOf(text, language).map(({ from, to }) => text.slice(from, to));

describe('Sentences', () => {
  test.each([
    [
      'He met Dr. Smith and Lt. Gen. Surovikin. Both left.',
      ['He met Dr. Smith and Lt. Gen. Surovikin.', 'Both left.'],
    ],
    ['The U.S. Army left. It was late.', ['The U.S. Army left.', 'It was late.']],
    ['He lives in the U.S. The army said so.', ['He lives in the U.S.', 'The army said so.']],
    ['Frederick W. Kagan wrote it.', ['Frederick W. Kagan wrote it.']],
    ['J. R. R. Tolkien wrote. He did.', ['J. R. R. Tolkien wrote.', 'He did.']],
    ['On Nov. 23 it rained. See fig. 4.', ['On Nov. 23 it rained.', 'See fig. 4.']],
    ['“Is it?” he asked. “No.”', ['“Is it?” he asked.', '“No.”']],
    ['One line\nand the same sentence. Two.', ['One line\nand the same sentence.', 'Two.']],
    [
      'It rose by 3.5 percent (e.g. in May). Then it fell!',
      ['It rose by 3.5 percent (e.g. in May).', 'Then it fell!'],
    ],
    ['No full stop', ['No full stop']],
    ['   ', []],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test('of the seed: the lines that end a sentence, and no break inside one', () => {
    const file = 'seeds/texts/isw-russian-offensive-campaign-assessment-november-25.txt';
    const imported = textImporter(plainText).read(readFileSync(file));
    if (isRefusal(imported)) throw new Error(imported.reason);
    const all: string[] = [];
    imported.text.descendants((block) => {
      if (!block.isTextblock) return true;
      const sentences = split(block.textContent);
      expect(sentences.join(' ')).toBe(block.textContent);
      all.push(...sentences);
      return false;
    });
    expect(all).toHaveLength(21);
    for (const sentence of all) {
      expect(sentence).toMatch(/^[\p{Lu}“]/u);
      expect(sentence).toMatch(/[.!?][”)]?\.?$/u);
    }
    expect(all).toContain(
      'This map is updated daily alongside the static maps present in this report.',
    );
  });

  test('cover all words of any text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const spans = sentencesOf(text);
        let end = 0;
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(end, from).trim()).toBe('');
          end = to;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });

  test('of a language that the browser does not know are still found', () => {
    expect(split('One. Two.', 'not a language')).toEqual(['One.', 'Two.']);
  });

  test('are found by an offset: the one that holds it, or the nearest before', () => {
    const spans = sentencesOf('One is. Two are.  Three');
    expect([0, 6, 7, 8, 16, 17, 18, 99].map((offset) => sentenceAt(spans, offset))).toEqual([
      0, 0, 0, 1, 1, 1, 2, 2,
    ]);
    expect(sentenceAt([], 3)).toBeNull();
  });
});

test.each([
  ['ar', ['ارتفع منسوب النهر مترين.', 'هل أصيب أحد؟', 'لم يصب أحد بأذى.'], ' '],
  ['he', ['מפלס הנהר עלה.', 'האם מישהו נפגע?', 'איש לא נפגע.'], ' '],
  ['zh', ['河水一夜之间上涨了两米。', '有人受伤吗？', '没有人受伤。'], ''],
  ['ja', ['川の水位が上がった。', '「けが人はいない。」', '住民はそう述べた。'], ''],
  ['es', ['El alcalde dijo que no.', 'El río subió dos metros.'], ' '],
  [
    'ru',
    ['Вода поднялась на 2 тыс. метров в 2022 г. по данным жителей.', 'Никто не пострадал.'],
    ' ',
  ],
  ['de', ['Der Pegel stieg bzw. Fiel nicht.', 'Es war Nr. 5.'], ' '],
])('%s is read sentence by sentence', (language, sentences, gap) => {
  const text = sentences.join(gap);
  expect(sentencesOf(text, language).map(({ from, to }) => text.slice(from, to))).toEqual(
    sentences,
  );
});
