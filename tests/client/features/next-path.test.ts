import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPath } from '../../../client/features/sign-in/next-path.ts';

test.each([
  ['', '/'],
  ['?next=%2Fd%2Fabc%3Fclaim%3D12', '/d/abc?claim=12'],
  ['?next=/account', '/account'],
  ['?next=https://evil.example/', '/'],
  ['?next=//evil.example/', '/'],
  ['?next=/%5Cevil.example', '/'],
  ['?next=/%09/evil.example', '/'],
  ['?next=javascript:alert(1)', '/'],
  ['?next=account', '/'],
])('%s leads to %s', (search, path) => {
  expect(nextPath(search)).toBe(path);
});

test('whatever is asked for, one stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string({ unit: fc.constantFrom('/', '\\', '\t', '\n', ':', '@', 'a', '.', '#', '?') }),
      ),
      (next) => {
        const path = nextPath(`?next=${encodeURIComponent(next)}`);
        expect(new URL(path, 'https://attest.example').origin).toBe('https://attest.example');
      },
    ),
    { numRuns: 500 },
  );
});
