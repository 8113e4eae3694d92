import { describe, expect, test } from 'vitest';
import { readQuery } from '../../../server/search/query.ts';
import { snippetOf } from '../../../server/search/snippet.ts';
import { fold, tokensOf, wordsIn } from '../../../server/search/words.ts';
import { seeded } from '../../random.ts';

describe('words', () => {
  test.each([
    ['Ångström CAFÉ naïve', 'angstrom cafe naive'],
    ['Straße Łódź İstanbul', 'strasse lodz istanbul'],
    ['Ёлка подъезд ОБЪЁМ', 'елка подъезд объем'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['مُحَمَّد أحمد إلى مدرسة', 'محمد احمد الي مدرسه'],
    ['שָׁלוֹם', 'שלום'],
    ['俄罗斯军队', '俄 罗 斯 军 队'],
    ['東京タワーへ', '東 京 タ ワ ー へ'],
    ['ﾄｳｷｮｳ', 'ト ウ キ ョ ウ'],
    ['한국어 문서', '한국어 문서'],
    ['हिन्दी', 'हिन्दी'],
    ['don’t re-use A1', 'don t re use a1'],
    ['😀 — …', ''],
  ])('%s becomes %s', (text, tokens) => {
    expect(tokensOf(text)).toBe(fold(tokens));
  });

  test('say where they stand', () => {
    const text = 'Der Café, 東京!';
    expect(wordsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Der',
      'Café',
      '東',
      '京',
    ]);
  });
});

describe('a query', () => {
  test('reads words, phrases, what to leave out, numbers and kinds', () => {
    expect(readQuery('Café "two words" -not in:claims #12 in:nonsense')).toEqual({
      wanted: [
        { tokens: ['cafe'], prefix: true },
        { tokens: ['two', 'words'], prefix: false },
        { tokens: ['in', 'nonsense'], prefix: true },
      ],
      unwanted: [{ tokens: ['not'], prefix: true }],
      number: 12,
      kinds: ['claim'],
    });
  });

  test('an open quotation mark is a phrase that goes on', () => {
    expect(readQuery('"two wo').wanted).toEqual([{ tokens: ['two', 'wo'], prefix: false }]);
  });

  test('nothing that is typed is a mistake, and nothing but words gets through', () => {
    const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
    const parts = [
      '"',
      '-',
      '(',
      ')',
      '*',
      'AND',
      'OR',
      'NEAR(',
      ':',
      '^',
      "'",
      '\\',
      '#',
      'in:',
      ' ',
      'a',
      '١٢',
      '東',
      '\0',
      ';--',
      '\u202e',
      '🙂',
    ];
    for (let at = 0; at < 500; at++) {
      const typed = Array.from({ length: random.int(0, 20) }, () => random.pick(parts)).join('');
      const { wanted, unwanted } = readQuery(typed);
      for (const { tokens } of [...wanted, ...unwanted])
        for (const token of tokens)
          expect(token, `${typed} with ATTEST_TEST_SEED=${random.seed}`).toMatch(
            /^[\p{L}\p{N}\p{M}]+$/u,
          );
    }
  });
});

describe('a snippet', () => {
  const marked = (text: string, typed: string, width?: number) => {
    const snippet = snippetOf(text, readQuery(typed), width);
    return snippet.marks.map(([from, to]) => snippet.text.slice(from, to));
  };

  test('marks words however they are written', () => {
    expect(marked('The CAFÉ of cafés', 'cafe')).toEqual(['CAFÉ', 'cafés']);
    expect(marked('在东京塔上', '东京')).toEqual(['东京']);
    expect(marked('Mobilized men fought', 'mobili')).toEqual(['Mobilized']);
  });

  test('marks a phrase as one, and not its words elsewhere', () => {
    expect(marked('two. Words; two words', '"two words"')).toEqual(['two. Words', 'two words']);
    expect(marked('words two', '"two words"')).toEqual([]);
  });

  test('shows the stretch with the most of them, cut between words', () => {
    const text = `${'far away '.repeat(60)}here stand red and blue words ${'and on '.repeat(60)}`;
    const { text: shown } = snippetOf(text, readQuery('red blue'));
    expect(shown).toMatch(/^…(far|away) .*red and blue/);
    expect(shown).toMatch(/(and|on)…$/);
    expect(shown.length).toBeLessThan(200);
    expect(marked(text, 'red blue')).toEqual(['red', 'blue']);
  });

  test('never cuts a character in two, and its marks lie inside, in order', () => {
    const random = seeded(7);
    for (let at = 0; at < 200; at++) {
      const text = Array.from({ length: random.int(0, 200) }, () =>
        random.pick(['a', 'é', ' ', '🙂', '東', 'شَ', '\n', 'word ']),
      ).join('');
      const snippet = snippetOf(text, readQuery('a wo 東 ش'), 60);
      expect(snippet.text.isWellFormed()).toBe(true);
      let last = -1;
      for (const [from, to] of snippet.marks) {
        expect(from).toBeGreaterThan(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(snippet.text.length);
        last = to;
      }
    }
  });
});
