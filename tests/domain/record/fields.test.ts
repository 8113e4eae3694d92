import { describe, expect, test } from 'vitest';
import { partialDate, webAddress } from '../../../domain/record/fields.ts';

describe('a web address', () => {
  test.each(['', 'https://a.example/x?y=z#w', 'HTTP://a.example', 'https://пример.example/путь'])(
    'may be “%s”',
    (address) => {
      expect(webAddress.safeParse(address).success).toBe(true);
    },
  );

  test.each([
    'javascript:alert(1)',
    ' https://a.example',
    'https://a.example/ onclick=x',
    'https://a.example/"><script>',
    'data:text/html,x',
    'ftp://a.example',
    '//a.example',
    'https://',
    'https://a.example\njavascript:alert(1)',
    `https://a.example/${'x'.repeat(2000)}`,
  ])('may not be “%s”', (address) => {
    expect(webAddress.safeParse(address).success).toBe(false);
  });
});

describe('a partial date', () => {
  test.each([
    '2026-11-23',
    '2026-11',
    '2026',
    'XXXX-11-23',
    '2026-11-XX',
    '2026~',
    '2026-11?',
    '202X',
    '2026/2027',
    '2026-11-21/..',
  ])('may be %s', (edtf) => {
    expect(partialDate.safeParse({ edtf, asWritten: 'November' }).success).toBe(true);
  });

  test.each([
    '',
    'November 23',
    '2026-1-2',
    '26',
    '2026-13-40T00:00',
    '2027/2026',
    '2023-02-29',
    'xxxx-11-23',
    '2026-13',
    '2026-11-32',
    '2026-00',
  ])('may not be %s', (edtf) => {
    expect(partialDate.safeParse({ edtf, asWritten: '' }).success).toBe(false);
  });
});
