import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { bookmarklet, clipIn } from '../../../client/features/clip/clip.ts';
import { limits } from '../../../domain/limits.ts';

const read = (given: Record<string, string>) => clipIn(`?${new URLSearchParams(given)}`);

test('address, title and selection are taken over', () => {
  expect(
    read({ url: 'https://example.org/a?b=1#c', title: 'A  page\n', text: 'Two\nlines' }),
  ).toEqual({ url: 'https://example.org/a?b=1#c', title: 'A page', text: 'Two\nlines' });
  expect(clipIn('')).toEqual({ url: '', title: '', text: '' });
});

describe('from a hostile page', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    ' file:///etc/passwd',
    'https://a b',
    '//example.org',
    `https://example.org/${'x'.repeat(limits.url)}`,
  ])('no address comes but one of the web: %.40s', (url) => expect(read({ url }).url).toBe(''));

  test('words are no longer than a field takes, and hide nothing', () => {
    const { title, text } = read({
      title: `\u202e${'t'.repeat(1000)}\u0000`,
      text: 'w'.repeat(limits.words + 9),
    });
    expect(title).toBe('t'.repeat(limits.line));
    expect(text).toHaveLength(limits.words);
  });
});

test('the bookmarklet opens the clip page of this server, whatever stands on the page', () => {
  const code = bookmarklet('https://attest.example.org').replace(/^javascript:/, '');
  const opened: string[] = [];
  runInNewContext(code, {
    window: { open: (url: string) => opened.push(url) },
    location: { href: 'https://page.example/?a=1&b="2"' },
    document: { title: '</script>&title=x' },
    getSelection: () => 'a & b = c',
    alert: () => {},
    URLSearchParams,
  });
  const [url = ''] = opened;
  expect(url.startsWith('https://attest.example.org/clip?')).toBe(true);
  expect(clipIn(new URL(url).search)).toEqual({
    url: 'https://page.example/?a=1&b="2"',
    title: '</script>&title=x',
    text: 'a & b = c',
  });
});
