import { describe, expect, test } from 'vitest';
import { scaleOf, scales } from '../../../domain/scale/list.ts';
import { ratingId, ratingOf } from '../../../domain/scale/scale.ts';
import { truth5 } from '../../../domain/scale/truth-5.ts';

describe.each(scales.map((scale) => [scale.id, scale] as const))('the scale %s', (id, scale) => {
  const { ratings } = scale;

  test('is found by its id', () => {
    expect(scaleOf(id)).toBe(scale);
    expect(scales.filter((other) => other.id === id)).toHaveLength(1);
  });

  test('has ratings that nothing mistakes for one another', () => {
    for (const key of ['id', 'label', 'letters'] as const) {
      expect(new Set(ratings.map((rating) => rating[key])).size).toBe(ratings.length);
    }
    for (const rating of ratings) {
      expect(ratingId.safeParse(rating.id).success).toBe(true);
      expect(rating.letters).toMatch(/^[A-Z]{1,3}$/);
      expect(ratingOf(scale, rating.id)).toBe(rating);
    }
  });

  test('can be picked with the keys 1 to 9', () => {
    expect(ratings.length).toBeGreaterThan(1);
    expect(ratings.length).toBeLessThan(10);
  });

  test('has one unbroken order, before what is off the scale', () => {
    const steps = ratings.map((rating) => rating.step);
    const ordered = steps.filter((step) => step !== null);
    expect(ordered).toEqual(ordered.map((_, at) => at));
    expect(steps.slice(0, ordered.length)).toEqual(ordered);
  });
});

test('a scale of a newer version reads as the default', () => {
  expect(scaleOf('from-the-future')).toBe(truth5);
  expect(ratingOf(truth5, 'from-the-future')).toBeUndefined();
});

test('the default scale is the one that the documents describe', () => {
  expect(truth5.ratings.map(({ letters }) => letters).join(' ')).toBe('T MT HT MF F NE MC OP NC');
});
