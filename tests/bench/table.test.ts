import { expect, test } from 'vitest';
import { printed, times } from '../../bench/report/table.ts';

test('numbers stand under each other with three figures, and what is missing is a dash', () => {
  const table = printed({
    title: 'Times',
    columns: ['', 'p50', 'p99'],
    rows: [
      ['ours', 0.123456, 1234.5],
      ['theirs', Number.NaN, 0],
    ],
    notes: ['In ms.'],
  });
  expect(table.split('\n')).toEqual([
    'Times',
    '         p50   p99',
    'ours    0.12  1235',
    'theirs     –     0',
    '· In ms.',
  ]);
});

test('nothing is a multiple of what was not measured', () => {
  expect(times(3, 2)).toBe(1.5);
  expect(times(3, undefined)).toBeNaN();
  expect(times(3, 0)).toBeNaN();
});
