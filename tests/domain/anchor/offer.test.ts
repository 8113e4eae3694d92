import { describe, expect, test } from 'vitest';
import { offersFor } from '../../../domain/anchor/offer.ts';
import { selectorsOf } from '../../../domain/anchor/selectors.ts';
import { seeded } from '../../random.ts';

const text =
  'First one.\nIn May the rate fell by 5 percent again, said Smith.\nPrices rose.\nLast one.';

function wanted(words: string) {
  const start = text.indexOf(words);
  return selectorsOf(text, start, start + words.length);
}

describe('places offered for a claim that lost its own', () => {
  test('are the very words where they are now, with a full score where nothing changed', () => {
    const [offer, ...others] = offersFor(text, wanted('the rate fell by 5 percent'));
    expect(offer).toMatchObject({ words: 'the rate fell by 5 percent', score: 1 });
    expect(others).toEqual([]);
  });

  test('are the words in another place, for less', () => {
    const moved = `${text.replace(' the rate fell by 5 percent', '')}\nMoreover the rate fell by 5 percent.`;
    const [offer] = offersFor(moved, wanted('the rate fell by 5 percent'));
    expect(offer?.words).toBe('the rate fell by 5 percent');
    expect(offer?.score).toBeGreaterThan(0.5);
    expect(offer?.score).toBeLessThan(0.9);
  });

  test('are told apart by their neighbours', () => {
    const twice = `The rate fell by 5 percent, wrote Miller.\n${text}`;
    const offers = offersFor(twice, wanted('the rate fell by 5 percent'));
    expect(offers.map(({ span }) => span.start)).toEqual([twice.indexOf('the rate'), 0]);
    expect(offers[0]?.score).toBeGreaterThan((offers[1]?.score ?? 0) + 0.1);
  });

  test('are words that changed a little', () => {
    const edited = text.replace('the rate fell by 5 percent', 'the rate fell by over 5 per cent');
    const [offer] = offersFor(edited, wanted('the rate fell by 5 percent'));
    expect(offer?.words).toBe('the rate fell by over 5 per cent');
    expect(offer?.score).toBeLessThan(1);
  });

  test('are none where the words are gone', () => {
    expect(
      offersFor('Something else altogether, at some length.', wanted('the rate fell by 5 percent')),
    ).toEqual([]);
    expect(offersFor('', wanted('the rate fell'))).toEqual([]);
  });

  test('never overlap, are at most three, come best first, and are read from the text (300 seeds)', () => {
    const words = [
      'the',
      'rate',
      'fell',
      'by',
      '5',
      'percent',
      'May',
      '“so”',
      '👩‍🔬',
      'poorly-executed',
    ];
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      const make = (count: number): string =>
        Array.from(
          { length: count },
          () => random.pick(words) + random.pick([' ', ' ', '\n']),
        ).join('');
      const old = make(40);
      const start = random.int(0, old.length - 2);
      const selectors = selectorsOf(old, start, Math.min(old.length, start + random.int(2, 60)));
      const whole = make(60);
      const offers = offersFor(whole, selectors);
      expect(offers.length, `seed ${seed}`).toBeLessThanOrEqual(3);
      offers.forEach(({ span, words: read, score }, i) => {
        expect(read, `seed ${seed}`).toBe(whole.slice(span.start, span.end));
        expect(score, `seed ${seed}`).toBeLessThanOrEqual(offers[i - 1]?.score ?? 1);
        for (const other of offers.slice(i + 1)) {
          expect(span.end <= other.span.start || other.span.end <= span.start, `seed ${seed}`).toBe(
            true,
          );
        }
      });
    }
  });
});
