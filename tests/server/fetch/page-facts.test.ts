import { describe, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import { pageFacts } from '../../../server/fetch/page-facts.ts';

const factsOf = (html: string | Uint8Array, charset = '') =>
  pageFacts({
    url: 'https://example.org/',
    mediaType: 'text/html',
    charset,
    bytes: typeof html === 'string' ? new TextEncoder().encode(html) : html,
  });

test('a page is read by its meta tags first', () => {
  const facts = factsOf(`<!doctype html><html lang="en-GB"><head><title>Site: a title</title>
    <meta property="og:title" content="A &quot;title&quot;"><meta property="og:site_name" content=" The  Site ">
    <meta name="author" content="A. Writer"><meta property="article:published_time" content="2026-11-23T22:15:00+02:00">`);
  expect(facts).toEqual({
    title: 'A "title"',
    publisher: 'The Site',
    author: 'A. Writer',
    published: '2026-11-23',
    language: 'en-GB',
  });
});

test('else by its linked data, else by its title', () => {
  const data = {
    '@graph': [
      { '@type': 'WebPage' },
      {
        headline: 'Headline',
        datePublished: '2026-11-22',
        publisher: { name: 'Paper' },
        author: [{ name: 'One' }, 'Two'],
      },
    ],
  };
  expect(
    factsOf(`<title>T</title><script type="application/ld+json">${JSON.stringify(data)}</script>`),
  ).toMatchObject({
    title: 'Headline',
    publisher: 'Paper',
    author: 'One, Two',
    published: '2026-11-22',
  });
  expect(factsOf('<title>T</title><svg><title>Drawing</title></svg>')).toMatchObject({
    title: 'T',
    published: '',
  });
});

test('in the encoding that it says', () => {
  const cyrillic = new Uint8Array([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  const page = (head: string) =>
    new Uint8Array([...new TextEncoder().encode(`${head}<title>`), ...cyrillic, 0x3c, 0x2f]);
  expect(factsOf(page(''), 'windows-1251').title).toContain('Привет');
  expect(factsOf(page('<meta charset="windows-1251">')).title).toContain('Привет');
  expect(factsOf(page(''), 'no-such-encoding').title).toContain('\ufffd');
});

describe('a hostile page', () => {
  test('says no more than a field takes, and nothing that hides', () => {
    const { title, author, language, published } = factsOf(
      `<html lang='"><script>'><title>${'x\u202e\u0000 '.repeat(500)}</title><meta name="author" content="https://a.example/"><meta name="date" content="9999-99-99">`,
    );
    expect(title.length).toBeLessThanOrEqual(limits.line);
    expect(title).not.toMatch(/\p{C}/u);
    expect([author, language, published]).toEqual(['', '', '']);
  });

  test('that is no page at all, or nested without end, gives what it gives, at once', () => {
    const began = performance.now();
    for (const html of [
      '',
      '<'.repeat(200_000),
      '<div>'.repeat(200_000),
      '<meta '.repeat(100_000),
      `<script type="application/ld+json">${'['.repeat(100_000)}</script>`,
      `<script type="application/ld+json">{"__proto__":{"headline":"x"},"headline":{}}</script>`,
      '<title>'.repeat(50_000),
    ])
      expect(factsOf(html).publisher).toBe('');
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
