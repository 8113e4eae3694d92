import { describe, expect, test } from 'vitest';
import {
  addressOf,
  isSameAddress,
  sourceName,
} from '../../../../client/features/desk/judge/source-name.ts';

describe('the address that was typed', () => {
  test('gets the beginning that people leave out', () => {
    expect(addressOf(' example.org/report ')).toBe('https://example.org/report');
    expect(addressOf('example.org:8080')).toBe('https://example.org:8080');
  });

  test('is left as it is where it has one, for the record to judge', () => {
    for (const whole of ['https://example.org', 'HTTP://example.org', 'javascript:alert(1)', ''])
      expect(addressOf(whole)).toBe(whole);
  });

  test('is known again with or without it', () => {
    expect(isSameAddress('https://Example.org/a/', 'example.org/a#part')).toBe(true);
    expect(isSameAddress('https://example.org/a', 'example.org/b')).toBe(false);
    expect(isSameAddress('', '')).toBe(false);
  });
});

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
