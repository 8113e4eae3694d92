import { describe, expect, test } from 'vitest';
import { sourceName } from '../../../../client/features/desk/judge/source-name.ts';

describe('the name of a source', () => {
  test('is its title, else the host of its address', () => {
    expect(sourceName({ title: 'A report', url: 'https://example.org' })).toBe('A report');
    expect(sourceName({ title: ' ', url: 'https://www.example.org/a' })).toBe('example.org');
    expect(sourceName(undefined)).toBe('A source without a name');
  });

  test('turns nothing that stands behind it around', () => {
    const title = 'invoice \u202etxt.exe\u2067';
    expect(sourceName({ title, url: '' })).toBe('invoice txt.exe');
  });
});
