import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../domain/date/edtf.ts';
import { resolvedDate } from '../../../domain/date/resolve-date.ts';
import { readWrittenDate, writtenDates } from '../../../domain/date/written-dates.ts';

const found = (text: string, language?: string) =>
  writtenDates(text, language).map(({ words, edtf }) => `${words} = ${edtf}`);

describe('in English', () => {
  test.each([
    ['claimed on November 23 that', ['November 23 = XXXX-11-23']],
    ['Nov. 23, 2022', ['Nov. 23, 2022 = 2022-11-23']],
    ['Wednesday, November 23rd, 2022', ['Wednesday, November 23rd, 2022 = 2022-11-23']],
    ['the 23 November 2022 report', ['23 November 2022 = 2022-11-23']],
    ['the 23rd of November', ['23rd of November = XXXX-11-23']],
    ['on Monday', ['on Monday = XXXX-XX-XX']],
    ['yesterday', ['yesterday = XXXX-XX-XX']],
    ['23.11.2022', ['23.11.2022 = 2022-11-23']],
    ['2022-11-23', ['2022-11-23 = 2022-11-23']],
    ['23/11/2022, 11/23/2022', ['23/11/2022 = 2022-11-23', '11/23/2022 = 2022-11-23']],
    ['11/12/2022', ['11/12/2022 = 2022-XX-XX']],
    ['November 21–23, 2022', ['November 21–23, 2022 = 2022-11-21/2022-11-23']],
    ['between November 21 and 23', ['November 21 and 23 = XXXX-11-21/XXXX-11-23']],
    ['from November 29 to December 2', ['November 29 to December 2 = XXXX-11-29/XXXX-12-02']],
    ['21 to 23 November 2022', ['21 to 23 November 2022 = 2022-11-21/2022-11-23']],
    ['on November 23 and 24', ['November 23 = XXXX-11-23']],
    ['around November 23', ['November 23 = XXXX-11-23~']],
    ['in March', ['March = XXXX-03']],
    ['early November 2022', ['November 2022 = 2022-11']],
    ['in the summer of 2022', ['summer of 2022 = 2022-22']],
    ['since 2014 and in the 1990s', ['2014 = 2014', 'the 1990s = 199X']],
    ['from 2014 to 2022', ['2014 to 2022 = 2014/2022']],
    ['November 25, 9:00pm ET', ['November 25 = XXXX-11-25']],
  ])('%s', (text, dates) => {
    expect(found(text)).toEqual(dates);
  });

  test.each([
    'They march in step, and may go on.',
    'version 1.2.3 of 10.0.0.1',
    '30 February 2022',
    'in 2000 percent of cases',
    'May he live long. March!',
    'once a day, two days before',
    '300,000 men and 18 women',
    'call 555-11-23',
  ])('“%s” holds none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('all dates of the seed, where they stand', () => {
    const text =
      'Mobilized personnel claimed on November 23 that … on November 25, two days before Russian Mother’s Day. A Russian ' +
      'news channel posted a video on November 24 of her soldier son who disappeared in March. Their November 21 announcement.';
    const dates = writtenDates(text);
    expect(dates.map(({ edtf }) => edtf)).toEqual([
      'XXXX-11-23',
      'XXXX-11-25',
      'XXXX-11-24',
      'XXXX-03',
      'XXXX-11-21',
    ]);
    for (const { from, to, words } of dates) expect(text.slice(from, to)).toBe(words);
  });
});

test.each([
  ['de', 'am 23. November 2022', '2022-11-23'],
  ['de', '23.11.', 'XXXX-11-23'],
  ['de', '23.11.22', 'XX22-11-23'],
  ['fr', 'le 3 mars 2022', '2022-03-03'],
  ['es', 'el 23 de noviembre de 2022', '2022-11-23'],
  ['ru', '23 ноября 2022', '2022-11-23'],
  ['uk', '23 листопада', 'XXXX-11-23'],
  ['ja', '2022年11月23日', '2022-11-23'],
  ['zh', '11月23日', 'XXXX-11-23'],
  ['ko', '2022년 11월 23일', '2022-11-23'],
  ['no-such-language-at-all', 'November 23', 'XXXX-11-23'],
  ['', 'November 23', 'XXXX-11-23'],
])('in %s, “%s” is %s', (language, text, edtf) => {
  expect(writtenDates(text, language).map((date) => date.edtf)).toEqual([edtf]);
});

test('words are one date, or none', () => {
  expect(readWrittenDate('on November 23')?.edtf).toBe('XXXX-11-23');
  expect(readWrittenDate('on November 23 they left')).toBeNull();
  expect(readWrittenDate('November 23, November 24')).toBeNull();
  expect(readWrittenDate('soon')).toBeNull();
});

describe('by the day of the text', () => {
  const resolved = (text: string, asOf = '2022-11-25') => {
    const [date] = writtenDates(text);
    return date ? resolvedDate(date, asOf) : 'no date';
  };

  test.each([
    ['November 23', '2022-11-23'],
    ['in March', '2022-03'],
    ['December 5', '2022-12-05'],
    ['January 3', '2023-01-03'],
    ['yesterday', '2022-11-24'],
    ['today', '2022-11-25'],
    ['on Monday', '2022-11-21'],
    ['on Friday', '2022-11-25'],
    ['last Friday', '2022-11-18'],
    ['next Monday', '2022-11-28'],
    ['November 29 to December 2', '2022-11-29/2022-12-02'],
    ['around November 23', '2022-11-23~'],
  ])('%s may be %s', (text, edtf) => {
    expect(resolved(text)).toBe(edtf);
    expect(parseEdtf(edtf)).not.toBeNull();
  });

  test('nothing is offered for a whole date, nor where the text has no day of its own', () => {
    expect(resolved('23 November 2021')).toBeNull();
    expect(resolved('in 2021')).toBeNull();
    expect(resolved('November 23', '2022-11')).toBeNull();
    expect(resolved('yesterday', 'XXXX-11-25')).toBeNull();
  });

  test.each([
    ['yesterday', '2022-03-01', '2022-02-28'],
    ['yesterday', '2024-03-01', '2024-02-29'],
    ['yesterday', '2022-01-01', '2021-12-31'],
    ['tomorrow', '2022-12-31', '2023-01-01'],
    ['December 30 to January 2', '2023-01-05', '2022-12-30/2023-01-02'],
    ['February 29', '2023-02-01', null],
  ])('%s on %s is %s', (text, asOf, edtf) => {
    expect(resolved(text, asOf)).toBe(edtf);
  });
});
