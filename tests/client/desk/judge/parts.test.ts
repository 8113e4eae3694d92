import { describe, expect, test } from 'vitest';
import { partsOf, sentenceLines } from '../../../../client/features/desk/judge/parts.ts';

const quote = 'The rate fell. Prices rose in May.\nNobody knows why.';

describe('parts of a claim', () => {
  test('are its sentences at first, a line each', () => {
    expect(sentenceLines(quote, 'en')).toBe(
      'The rate fell.\nPrices rose in May.\nNobody knows why.',
    );
  });

  test('stand in the quote in their order; words between them may be left out', () => {
    expect(partsOf(quote, 'The rate\n\n Prices rose \nknows why.')).toEqual([
      { words: 'The rate', from: 0 },
      { words: 'Prices rose', from: 15 },
      { words: 'knows why.', from: 42 },
    ]);
  });

  test.each([
    ['The rate fell.', /Break the line/],
    ['', /Break the line/],
    ['Prices rose\nThe rate', /“The rate” does not stand/],
    ['The rate fell\nProfits rose', /“Profits rose” does not stand/],
    [Array.from({ length: 11 }, () => 'e').join('\n'), /at most 10/],
  ])('%s is refused in words', (lines, why) => {
    expect(partsOf(quote, lines)).toMatch(why);
  });
});
