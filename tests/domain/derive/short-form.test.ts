import { expect, test } from 'vitest';
import { ratingIn } from '../../../domain/derive/short-form.ts';
import { truth5 } from '../../../domain/scale/truth-5.ts';

test.each([
  ['The men were sent untrained', null],
  ['False: the men were sent untrained', 'False'],
  ['Not enough evidence: men untrained', 'Not enough evidence'],
  ['A hoax about untrained men', 'hoax'],
  ['Trueman said so', null],
])('the rating in “%s” is %s', (short, rating) => {
  expect(ratingIn(short, truth5)).toBe(rating);
});
