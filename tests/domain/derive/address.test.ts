import { describe, expect, test } from 'vitest';
import {
  addressKey,
  addressOf,
  channelOf,
  hostOf,
  isSameAddress,
  pastedAddress,
} from '../../../domain/derive/address.ts';

test('what was typed without its beginning gets one', () => {
  expect(addressOf(' example.org/report ')).toBe('https://example.org/report');
  expect(addressOf('example.org:8080')).toBe('https://example.org:8080');
  for (const whole of ['http://example.org', 'HTTPS://example.org', 'ftp://example.org', '']) {
    expect(addressOf(whole)).toBe(whole);
  }
});

describe('two addresses lead to one page', () => {
  const same: readonly (readonly [string, string])[] = [
    ['https://Example.org/a/', 'example.org/a#part'],
    ['http://www.example.org/a', 'https://example.org/a'],
    ['https://example.org:443/', 'https://example.org'],
    ['https://example.org/a?utm_source=x&utm_medium=y&fbclid=z', 'https://example.org/a'],
    ['https://example.org/a?b=1&a=2', 'https://example.org/a?a=2&b=1'],
    ['https://m.example.org/a', 'https://example.org/a'],
    ['https://example.org./a', 'https://example.org/a'],
    ['https://müller.example/ä', 'https://xn--mller-kva.example/%C3%A4'],
  ];
  test.each(same)('%s and %s', (a, b) => expect(isSameAddress(a, b)).toBe(true));

  const different: readonly (readonly [string, string])[] = [
    ['https://example.org/a', 'https://example.org/b'],
    ['https://example.org/A', 'https://example.org/a'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org:8080/', 'https://example.org/'],
    ['https://www.org/', 'https://org/'],
    ['', ''],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['https://', 'https://'],
  ];
  test.each(different)('not %s and %s', (a, b) => expect(isSameAddress(a, b)).toBe(false));

  test('the key is a key of its own', () => {
    const key = addressKey('https://www.example.org/a/?utm_id=1&b=c%20d#e') ?? '';
    expect(key).toBe('example.org/a?b=c%20d');
    expect(addressKey(key)).toBe(key);
  });
});

test('a host is named as people name it', () => {
  expect(hostOf('https://www.example.org/a')).toBe('example.org');
  expect(hostOf('not an address')).toBe('');
  expect(hostOf('')).toBe('');
});

test.each([
  ['https://t.me/rybar/123', 't.me/rybar'],
  ['https://t.me/s/Rybar', 't.me/rybar'],
  ['https://x.com/someone/status/1', 'x.com/someone'],
  ['https://www.youtube.com/watch?v=1', ''],
  ['https://www.reuters.com/world/a', 'reuters.com'],
  ['https://web.archive.org/web/2022/https://a.example/', ''],
  ['', ''],
])('%s belongs to the channel “%s”', (url, channel) => expect(channelOf(url)).toBe(channel));

test('only a web address alone is one that was pasted', () => {
  expect(pastedAddress(' https://example.org/a\n')).toBe('https://example.org/a');
  for (const other of ['example.org', 'see https://example.org', 'javascript:alert(1)', '', 'x y'])
    expect(pastedAddress(other)).toBeNull();
});
