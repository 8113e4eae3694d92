import { describe, expect, test } from 'vitest';
import { dateMeaning, dateWords } from '../../../domain/date/date-words.ts';
import { compareEdtf, mayBeSame, parseEdtf } from '../../../domain/date/edtf.ts';
import { seeded } from '../../random.ts';

describe('a date', () => {
  test.each([
    ['2022-11-23', '23 November 2022', '23 November 2022.'],
    ['2022-11', 'November 2022', 'November 2022.'],
    ['2022', '2022', '2022.'],
    ['XXXX-11-23', '23 November', '23 November; the year is not known.'],
    ['XXXX-11', 'November', 'November; the year is not known.'],
    ['2022-11-XX', 'a day in November 2022', 'A day in November 2022; the day is not known.'],
    ['2022-XX-XX', 'a day in 2022', 'A day in 2022; the month and the day are not known.'],
    ['XXXX-XX-XX', 'a day', 'A day whose date is not known.'],
    ['XX22-11-23', '23 November of a year ending in 22', '23 November of a year ending in 22.'],
    ['202X', 'the 2020s', 'The 2020s.'],
    ['20XX', 'between 2000 and 2099', 'Between 2000 and 2099.'],
    ['2026~', 'about 2026', 'About 2026.'],
    ['2026-11?', 'November 2026 (unsure)', 'November 2026 (unsure).'],
    ['2026%', 'about 2026 (unsure)', 'About 2026 (unsure).'],
    ['2022-22', 'summer 2022', 'Summer 2022.'],
    ['2022-11-21/2022-11-23', 'from 21 to 23 November 2022', 'From 21 to 23 November 2022.'],
    ['2022-11/2022-12', 'from November to December 2022', 'From November to December 2022.'],
    ['2021-12/2022-01', 'from December 2021 to January 2022', null],
    ['2014/..', 'since 2014', 'Since 2014.'],
    ['../2022', 'until 2022', 'Until 2022.'],
    ['/2022', 'from an unknown date to 2022', null],
    ['XXXX-11-21/XXXX-11-23', 'from 21 to 23 November', null],
    ['2024-02-29', '29 February 2024', null],
    ['XXXX-02-29', '29 February', null],
  ])('%s reads “%s”', (edtf, words, meaning) => {
    expect(parseEdtf(edtf)).not.toBeNull();
    expect(dateWords(edtf)).toBe(words);
    if (meaning !== null) expect(dateMeaning(edtf)).toBe(meaning);
  });

  test.each([
    '',
    'November 23',
    '2026-1-2',
    '26',
    '2026-13',
    '2026-11-32',
    '2026-00',
    '2026-13-40T00:00',
    'xxxx-11-23',
    '2023-02-29',
    '2100-02-29',
    '2023-02-30',
    'XXXX-04-31',
    '2023/2022',
    '2022-11-23/2022-11-21',
    '../..',
    '/',
    '2022/2023/2024',
    '2022--11',
    '2022-11-23 ',
    '2026~~',
    '2022-21-03',
  ])('“%s” is none', (edtf) => {
    expect(parseEdtf(edtf)).toBeNull();
    expect(dateWords(edtf)).toBe('');
    expect(dateMeaning(edtf)).toBe('');
  });
});

test('whatever the form lets through reads in words, and junk never throws', () => {
  const seed = 7;
  const { pick, int } = seeded(seed);
  const signs = '0123456789X-/.?~% TZ'.split('');
  for (let at = 0; at < 20_000; at += 1) {
    const length = int(0, 22);
    const text = Array.from({ length }, () => pick(signs)).join('');
    const read = parseEdtf(text);
    expect(dateWords(text) === '', `seed ${seed}: ${text}`).toBe(read === null);
  }
});

test('dates stand in the order of the days that they may mean; those without a year last', () => {
  const ordered = [
    '../2020',
    '2014/..',
    '202X',
    '2021-12',
    '2022',
    '2022-11',
    '2022-11-21/2022-11-23',
    '2022-11-22',
    '2022-11-23',
    'XXXX-03-01',
    'XXXX-11-23',
  ];
  const { int } = seeded(3);
  for (let round = 0; round < 20; round += 1) {
    const shuffled = ordered
      .map((date) => ({ date, at: int(0, 1000) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ date }) => date);
    expect(shuffled.toSorted(compareEdtf)).toEqual(ordered);
  }
  expect(compareEdtf('2022-11-22', '2022-11-23')).toBe(-1);
  expect(compareEdtf('2022-11-23', '2022-11-23')).toBe(0);
  expect(compareEdtf('XXXX-01-01', '2099')).toBe(1);
  expect(compareEdtf('2022', '2022-11')).toBe(-1);
});

test.each([
  ['2022-11-23', 'XXXX-11-23', true],
  ['2022-11', '2022-11-23', true],
  ['202X', '2022-11-23', true],
  ['2021-11-23', '2022-11-23', false],
  ['XXXX-11-24', 'XXXX-11-23', false],
  ['2022/2023', '2022/2023', true],
  ['2022/2023', '2022', false],
])('%s and %s may be the same day: %s', (a, b, same) => {
  expect(mayBeSame(a, b)).toBe(same);
  expect(mayBeSame(b, a)).toBe(same);
});
