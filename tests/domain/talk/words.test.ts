import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mentionOf,
  mentionsIn,
  plainWords,
  renumberMentions,
  stretchesOf,
} from '../../../domain/talk/words.ts';

const names = new Map([[2, 'Ana Kovač']]);
const nameOf = (person: number): string => names.get(person) ?? 'somebody';

describe('the words of a comment', () => {
  test('mention people by number and are read with their names', () => {
    const words = `${mentionOf(2)}, ask ${mentionOf(7)}.`;
    expect(mentionsIn(`${words} ${mentionOf(2)}`)).toEqual([2, 7]);
    expect(plainWords(words, nameOf)).toBe('@Ana Kovač, ask @somebody.');
    expect(renumberMentions(words, (person) => person + 10)).toBe('@[12], ask @[17].');
  });

  test.each([
    ['See https://a.example/b?c=d#e.', 'https://a.example/b?c=d#e'],
    ['(https://a.example/b)', 'https://a.example/b'],
    ['https://a.example/Kyiv_(city), yes', 'https://a.example/Kyiv_(city)'],
    ['“http://a.example/…”', 'http://a.example/'],
  ])('%s holds an address that can be followed', (words, href) => {
    expect(stretchesOf(words).filter(({ kind }) => kind === 'link')).toEqual([
      { kind: 'link', href },
    ]);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https:// a',
    'https://<script>',
    'ftp://a.example',
    '@[1234567890]',
    '@[-1]',
    '@[x]',
    '@Ana',
    'a@b.example',
  ])('%s is plain text', (words) => {
    expect(stretchesOf(words)).toEqual([{ kind: 'words', words }]);
  });

  test('are all there again when their stretches are put together, whatever they are', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('@[3]', '@[', ']', 'https://a.example/', 'http://', '(', ')', '…', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const words = pieces.join('');
        const again = stretchesOf(words).map((stretch) =>
          stretch.kind === 'words'
            ? stretch.words
            : stretch.kind === 'link'
              ? stretch.href
              : mentionOf(stretch.person),
        );
        expect(again.join('')).toBe(words);
      }),
    );
  });
});
