import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClaimIndex } from '../../../client/editor/claim-index.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import {
  anchor,
  br,
  claimA,
  claimB,
  claimC,
  doc,
  p,
  section,
  sharedDoc,
  shownAnew,
} from './shared-text.ts';

function textWith(...marks: [string, string][]) {
  const shared = sharedDoc(
    doc(section(p('The rate fell', br(), 'in May.'), p('Prices rose.')), section(p('The end.'))),
  );
  for (const [id, words] of marks) anchor(shared, id, words);
  return shownAnew(shared);
}

describe('The index of claims', () => {
  test('lists them in text order, the longer first where two begin together', () => {
    const text = textWith([claimC, 'The end.'], [claimA, 'The rate'], [claimB, 'The rate fell']);
    expect(new ClaimIndex(text).order).toEqual([claimB, claimA, claimC]);
  });

  test('lists those on exactly the same words by number', () => {
    const text = textWith([claimA, 'The rate'], [claimB, 'The rate'], [claimC, 'The rate']);
    const numbers = new Map([
      [claimA, 3],
      [claimB, 1],
      [claimC, 2],
    ]);
    const index = new ClaimIndex(text, (id) => numbers.get(id) ?? 0);
    expect(index.order).toEqual([claimB, claimC, claimA]);
    expect(index.at(2)).toEqual([claimB, claimC, claimA]);
  });

  test('knows what is at a position, the shortest first', () => {
    const text = textWith([claimA, 'rate'], [claimB, 'The rate fell\nin May.\nPrices rose.']);
    const index = new ClaimIndex(text);
    expect(index.at(8)).toEqual([claimA, claimB]);
    expect(index.at(2)).toEqual([claimB]);
    expect(index.between(0, text.content.size)).toEqual([claimA, claimB]);
    expect(index.at(text.content.size - 2)).toEqual([]);
  });

  test('gives a claim over several blocks a piece in each, and none for a hard break inside', () => {
    const text = textWith([claimA, 'fell\nin May.\nPrices']);
    const pieces = new ClaimIndex(text).piecesOf(claimA);
    expect(pieces.map(({ from, to }) => text.textBetween(from, to, '|', '|'))).toEqual([
      'fell|in May.',
      'Prices',
    ]);
  });

  test('tells how far down a claim begins', () => {
    const index = new ClaimIndex(textWith([claimA, 'The rate'], [claimB, 'The end.']));
    expect(index.fraction(claimA)).toBeLessThan(0.1);
    expect(index.fraction(claimB)).toBeGreaterThan(0.6);
    expect(index.fraction(claimC)).toBeNull();
  });

  test('gives each of several that overlap an underline of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 12 }),
        (ranges) => {
          const ids = ranges.map((_, index) => String(index).padStart(21, 'x'));
          const letters = Array.from({ length: 80 }, (_, at) => {
            const marks = ranges.flatMap(([from, length], index) =>
              at >= from && at < from + length
                ? [textSchema.mark('anchor', { id: ids[index] })]
                : [],
            );
            return textSchema.text('x', marks);
          });
          const index = new ClaimIndex(doc(section(p(...letters))));
          const lanes = index.lanes(() => true);
          for (const [a, one] of ranges.entries()) {
            for (const [b, other] of ranges.entries()) {
              if (a >= b || one[0] + one[1] <= other[0] || other[0] + other[1] <= one[0]) continue;
              expect(lanes.get(ids[a] ?? '') ?? 0).not.toBe(lanes.get(ids[b] ?? '') ?? 0);
            }
          }
        },
      ),
    );
  });
});
