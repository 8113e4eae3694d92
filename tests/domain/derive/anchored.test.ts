import { expect, test } from 'vitest';
import { anchoredAs } from '../../../domain/derive/anchored.ts';

const quote = { exact: 'Mobilized men claimed', prefix: '', suffix: '' };

test.each([
  ['the quoted words', 'Mobilized men claimed', null, 'exact'],
  ['the same but for case, quotes and spaces', 'mobilized  MEN claimed', null, 'exact'],
  ['other words', 'Mobilized soldiers claimed', null, 'changed'],
  [
    'other words against which the quote was kept',
    'Mobilized soldiers claimed',
    'Mobilized soldiers claimed',
    'exact',
  ],
  [
    'words edited again since the quote was kept',
    'Mobilized boys claimed',
    'Mobilized soldiers claimed',
    'changed',
  ],
  [
    'the quoted words again, after the quote was kept',
    'Mobilized men claimed',
    'Mobilized soldiers claimed',
    'exact',
  ],
  ['no words', '', null, 'removed'],
  ['no words, after the quote was kept', '', 'Mobilized soldiers claimed', 'removed'],
])('on %s', (_case, words, keptAgainst, expected) => {
  expect(anchoredAs({ quote, keptAgainst }, words)).toBe(expected);
});
