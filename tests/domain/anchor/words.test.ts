import { describe, expect, test } from 'vitest';
import { editDistance, fold, sameWords, similarity } from '../../../domain/anchor/words.ts';
import { seeded } from '../../random.ts';

describe('words are the same', () => {
  const same: readonly [string, string, string][] = [
    ['white space', 'the  rate\tfell', 'the rate\u00a0fell'],
    ['a line break for a space', 'the rate\nfell', 'the rate fell'],
    ['white space around them', ' the rate ', 'the rate'],
    ['quote style', '“the ‘rate’ fell”', '"the \'rate\' fell"'],
    ['one kind of quotation mark for another', '«the rate»', "'the rate'"],
    ['an apostrophe', 'Kyiv’s', "Kyiv's"],
    ['case', 'The Rate FELL', 'the rate fell'],
    ['a hyphen inside a word', 'poorly-executed', 'poorlyexecuted'],
    ['a hyphen at a line’s end', 'poorly-\nexecuted', 'poorly-executed'],
    ['a word broken at a line’s end', 'exe-\ncuted', 'executed'],
    ['a soft hyphen', 'exe\u00adcuted', 'executed'],
    ['a typographic hyphen', 'co‐operate', 'co-operate'],
    ['a zero-width space', 'the\u200brate', 'therate'],
    ['composed and decomposed letters', 'na\u00efve', 'nai\u0308ve'],
    ['an atom for a space', 'one\uFFFCtwo', 'one two'],
  ];
  for (const [what, a, b] of same) {
    test(`whatever the ${what}`, () => {
      expect(sameWords(a, b)).toBe(true);
      expect(similarity(a, b)).toBe(1);
    });
  }

  const different: readonly [string, string][] = [
    ['5 percent', '6 percent'],
    ['10-20', '1020'],
    ['10²', '102'],
    ['the rate', 'therate'],
    ['rate - fell', 'ratefell'],
    ['did', 'did not'],
    ['', 'a'],
  ];
  for (const [a, b] of different) {
    test(`but “${a}” is not “${b}”`, () => expect(sameWords(a, b)).toBe(false));
  }
});

describe('folded words', () => {
  test('know where each unit came from (500 seeds)', () => {
    const parts = [
      'the',
      ' ',
      '\n',
      '-',
      'Rate',
      '“',
      '’',
      '\u00ad',
      '5',
      '👩',
      'é',
      'e\u0301',
      'İ',
      '\u200b',
      '\uFFFC',
      '—',
    ];
    for (let seed = 0; seed < 500; seed++) {
      const random = seeded(seed);
      const words = Array.from({ length: random.int(0, 20) }, () => random.pick(parts)).join('');
      const { text, origin } = fold(words);
      expect(origin.length, `seed ${seed}`).toBe(text.length + 1);
      expect(origin.at(-1), `seed ${seed}`).toBe(words.length);
      expect(
        origin.every((at, i) => i === 0 || at >= (origin[i - 1] ?? 0)),
        `seed ${seed}`,
      ).toBe(true);
      expect(fold(text).text, `seed ${seed}: folding twice`).toBe(text);
      expect(text, `seed ${seed}`).toBe(text.trim());
      // Whatever a match covers folds to what was matched.
      const from = random.int(0, text.length);
      const to = random.int(from, text.length);
      const part = text.slice(from, to).trim();
      const whole = fold(words.slice(origin[from], origin[to])).text;
      expect(whole.length >= part.length - 2, `seed ${seed}`).toBe(true);
    }
  });
});

/** The table as in the books, to compare with. */
function distanceByTable(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('the edit distance', () => {
  test('is that of the table, at every length around the width of a word (1,500 seeds)', () => {
    for (let seed = 0; seed < 1500; seed++) {
      const random = seeded(seed);
      const word = (most: number): string =>
        Array.from({ length: random.int(0, most) }, () => random.pick(['a', 'b', 'c', ' '])).join(
          '',
        );
      const a = word(random.pick([3, 31, 32, 62, 63, 100]));
      const b = random.chance(0.5)
        ? word(100)
        : a.slice(0, random.int(0, a.length)) + word(5) + a.slice(random.int(0, a.length));
      expect(editDistance(a, b), `seed ${seed}`).toBe(distanceByTable(a, b));
      expect(editDistance(b, a), `seed ${seed}`).toBe(editDistance(a, b));
    }
  });

  test('gives a likeness between 0 and 1', () => {
    expect(similarity('', '')).toBe(1);
    expect(similarity('abc', '')).toBe(0);
    expect(similarity('kitten', 'sitting')).toBeCloseTo(1 - 3 / 7);
  });
});
