import { expect, test } from 'vitest';
import { found, foundClaims } from '../../../client/features/actions/find.ts';

const entries = [
  'Mark claim',
  'Search claims',
  'Withdraw the claim',
  'Правила',
  'Take back: Claim marked',
].map((label) => ({ label }));
const labels = (search: string): string[] => found(entries, search).map(({ label }) => label);

test('letters in order find it, the best first, in any script and any order of words', () => {
  expect(labels('mark')[0]).toBe('Mark claim');
  expect(labels('claim search')).toEqual(['Search claims']);
  expect(labels('withdrw')).toEqual(['Withdraw the claim']);
  expect(labels('прав')).toEqual(['Правила']);
  expect(labels('zzz')).toEqual([]);
  expect(labels('  ')).toHaveLength(entries.length);
});

test('signs that mean something to patterns are only signs', () => {
  for (const search of ['(', '[a', '\\', '*', '"', '.^$'])
    expect(() => labels(search)).not.toThrow();
});

const claims = [
  { number: 112, words: 'Prices rose in May' },
  { number: 12, words: 'The rate fell' },
  { number: 1, words: 'Nobody knows the rate' },
];
const numbers = (search: string): number[] =>
  foundClaims(claims, search, 8).map(({ number }) => number);

test('claims are found by the beginning of their number, the shortest first, or by all words', () => {
  expect(numbers('12')).toEqual([12]);
  expect(numbers('#1')).toEqual([1, 12, 112]);
  expect(numbers('rate the')).toEqual([12, 1]);
  expect(numbers('')).toEqual([]);
});
