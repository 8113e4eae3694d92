import { describe, expect, test } from 'vitest';
import { initials, PERSON_HUES, personHue } from '../../../client/ui/person-hue.ts';
import { progressWords, settledCount } from '../../../client/ui/progress-bar.tsx';
import { ratingHue } from '../../../client/ui/rating-hue.ts';
import { exactTime, relativeTime } from '../../../client/ui/time-words.ts';
import { scales } from '../../../domain/scale/list.ts';

const NOW = Date.UTC(2022, 10, 28, 10, 0);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('moments', () => {
  test.each([
    [NOW, 'now'],
    [NOW - 59_000, 'now'],
    [NOW - MINUTE, '1 minute ago'],
    [NOW - 90 * MINUTE, '1 hour ago'],
    [NOW - 26 * 60 * MINUTE, 'yesterday'],
    [NOW - 6 * DAY, '6 days ago'],
    [NOW - 20 * DAY, '2 weeks ago'],
    [NOW - 400 * DAY, 'last year'],
    [NOW + 3 * DAY, 'in 3 days'],
  ])('%d reads "%s"', (at, words) => {
    expect(relativeTime(at, NOW)).toBe(words);
  });
  test('the exact time names day, month and year in an order that cannot be misread', () => {
    expect(exactTime(NOW)).toMatch(/28 Nov 2022, \d\d:00/);
  });
});

describe('people', () => {
  test.each([
    ['Lena Okafor', 'LO'],
    ['Analyst 2', '2'],
    ['  edda  jónsdóttir ', 'EJ'],
    ['Ana Maria de la Cruz', 'AC'],
    ['Plato', 'P'],
    ['𝒜da Lovelace', '𝒜L'],
    ['', '?'],
    ['Reader 1234', 'R1'],
  ])('"%s" has the initials %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
  test('every person has one of the colours that the tokens know', () => {
    for (const id of [0, 1, 7, 8, 4_000_000_001]) {
      expect(personHue(id)).toBeGreaterThanOrEqual(0);
      expect(personHue(id)).toBeLessThan(PERSON_HUES);
    }
  });
});

describe('ratings', () => {
  test('every rating of every scale finds its colour', () => {
    for (const scale of scales) {
      for (const rating of scale.ratings) expect(ratingHue(rating.id)).toBe(rating.colour);
    }
  });
  test('a rating that nobody knows is off the scale', () => {
    expect(ratingHue('from-the-future')).toBe('off-scale');
    expect(ratingHue('constructor')).toBe('off-scale');
  });
});

describe('progress', () => {
  const progress = { total: 40, settled: { true: 10, false: 2 }, judging: 9, open: 19 };
  test('is told in words for those who do not see the bar', () => {
    expect(settledCount(progress)).toBe(12);
    expect(progressWords(progress)).toBe('12 of 40 settled, 9 being judged, 19 open');
  });
  test('says so when there is nothing to settle', () => {
    expect(progressWords({ total: 0, settled: {}, judging: 0, open: 0 })).toBe('No claims yet');
  });
});
