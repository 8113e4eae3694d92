import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, fold, partsOf, termsOf } from '../../../client/features/desk/claims/search.ts';

describe('Folding', () => {
  test('makes case, accents and the style of quotes alike', () => {
    expect(fold('Škoda’s “Łódź”—Été')).toBe('skoda\'s "łodz"-ete');
  });

  test('keeps every place, whatever the letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (words) => {
        expect(fold(words)).toHaveLength(words.length);
      }),
    );
    expect(fold('İstanbul İ x')).toHaveLength('İstanbul İ x'.length);
  });
});

describe('Highlighting', () => {
  test('marks every word that was looked for, as it is written', () => {
    expect(partsOf('The Rate of rates', termsOf('RATE'))).toEqual([
      { words: 'The ', found: false },
      { words: 'Rate', found: true },
      { words: ' of ', found: false },
      { words: 'rate', found: true },
      { words: 's', found: false },
    ]);
  });

  test('never changes the words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (words, search) => {
        const parts = partsOf(words, termsOf(search));
        expect(parts.map((part) => part.words).join('')).toBe(words);
      }),
    );
  });

  test('begins shortly before a hit that stands far behind', () => {
    const words = `${'Much is said before this. '.repeat(6)}Here is the needle in it.`;
    const excerpt = excerptOf(words, termsOf('needle'));
    expect(excerpt).toMatch(/^….{0,40}needle/);
    expect(excerptOf(words, termsOf('much'))).toBe(words);
  });
});
