import { describe, expect, test } from 'vitest';
import {
  partsOf,
  selectedLines,
  sentenceLines,
} from '../../../../client/features/desk/judge/parts.ts';
import { placeOf } from '../../../../domain/anchor/locate.ts';
import { FragmentText } from '../../../../domain/text/plain-text.ts';
import { anchor, claimA, doc, p, section, sharedDoc } from '../../editor/shared-text.ts';

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

describe('what is selected in the text', () => {
  const words = 'The rate fell, and the rate rose';
  const shared = sharedDoc(doc(section(p(`Then: ${words}. Nobody knows why.`))));
  anchor(shared, claimA, words);
  const text = shared.getXmlFragment('text');
  const linesFor = (selected: string, exact = words): string | null => {
    const whole = new FragmentText(text);
    const start = whole.string.lastIndexOf(selected);
    const place = placeOf(whole, { start, end: start + selected.length });
    return place && selectedLines(text, { id: claimA, quote: { exact } }, place);
  };

  test('divides a claim into itself and what stands around it, at the very place', () => {
    expect(linesFor('rate')).toBe('The rate fell, and the\nrate\nrose');
    expect(linesFor('The rate fell')).toBe('The rate fell\nand the rate rose');
    // What stands before is found first, so that the second of two equal words is the one that is meant.
    expect(partsOf(words, linesFor('rate') ?? '')).toMatchObject([
      { from: 0 },
      { words: 'rate', from: 23 },
      { words: 'rose', from: 28 },
    ]);
  });

  test.each([
    ['all of it', words, words],
    ['words that reach beyond it', 'rose. Nobody', words],
    ['words elsewhere', 'knows why', words],
    ['words of a claim whose text is another by now', 'rate', 'The price fell'],
  ])('divides nothing where it is %s', (_, selected, exact) =>
    expect(linesFor(selected, exact)).toBeNull(),
  );
});
