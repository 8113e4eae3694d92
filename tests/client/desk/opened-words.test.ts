import { expect, test } from 'vitest';
import type { ClaimRow } from '../../../client/features/desk/claims/claim-row.ts';
import { openedWords } from '../../../client/features/desk/panes/opened-words.ts';

const row = (exact: string, more: Partial<ClaimRow> = {}): ClaimRow =>
  ({ claim: { quote: { exact } }, standing: 'Disputed', told: [], ...more }) as unknown as ClaimRow;

test('a claim is told with its place, how it stands and what lies over it', () => {
  expect(openedWords(row('The rate fell.'), { at: 12, of: 10_000 }, 2)).toBe(
    'Claim 12 of 10,000, disputed, 2 overlapping: “The rate fell.”',
  );
  expect(openedWords(row('It rose.', { told: ['stale'] }), { at: 1, of: 1 }, 0)).toBe(
    'Claim 1 of 1, disputed, stale: “It rose.”',
  );
});

test('of a long quote the beginning is told', () => {
  const told = openedWords(row('word '.repeat(80).trim()), { at: 1, of: 2 }, 0);
  expect(told.split(' ').filter((each) => each.includes('word'))).toHaveLength(30);
  expect(told.endsWith(' …”')).toBe(true);
});
