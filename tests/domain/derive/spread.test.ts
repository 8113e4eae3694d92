import { expect, test } from 'vitest';
import { majorityOf, spreadOf } from '../../../domain/derive/spread.ts';
import { truth5 } from '../../../domain/scale/truth-5.ts';

test.each([
  [[], 'none'],
  [['true'], 'same'],
  [['false', 'false'], 'same'],
  [['true', 'mostly-true'], 'close'],
  [['true', 'mostly-true', 'half-true'], 'apart'],
  [['true', 'false'], 'apart'],
  [['true', 'opinion'], 'apart'],
  [['opinion', 'not-a-claim'], 'apart'],
  [['true', 'unheard-of'], 'apart'],
] as const)('the spread of %j is %s', (ratings, expected) => {
  expect(spreadOf(truth5, ratings)).toBe(expected);
  expect(spreadOf(truth5, [...ratings].reverse())).toBe(expected);
});

test.each([
  [[], null],
  [['true'], 'true'],
  [['true', 'false'], null],
  [['true', 'false', 'true'], 'true'],
  [['true', 'true', 'false', 'false'], null],
] as const)('the majority of %j is %s', (ratings, expected) => {
  expect(majorityOf(ratings)).toBe(expected);
});
