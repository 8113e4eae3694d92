import { describe, expect, test } from 'vitest';
import { snap } from '../../../domain/anchor/snap.ts';

const cut = (text: string, start: number, end: number): string | null => {
  const span = snap(text, { start, end });
  return span === null ? null : text.slice(span.start, span.end);
};

describe('the edges of a claim', () => {
  test('leave out white space, breaks and atoms', () => {
    expect(cut('a  rate fell \nb', 1, 14)).toBe('rate fell');
    expect(cut('\uFFFC\nrate\n\uFFFC', 0, 8)).toBe('rate');
  });

  test('are nowhere where there are no words', () => {
    expect(cut('a   b', 1, 4)).toBeNull();
    expect(cut('abc', 2, 2)).toBeNull();
    expect(cut('abc', 3, 1)).toBeNull();
    expect(cut('', 0, 0)).toBeNull();
  });

  test('take in whole characters as people see them', () => {
    expect(cut('x👩‍🔬y', 2, 5)).toBe('👩‍🔬');
    expect(cut('x👩‍🔬y', 0, 2)).toBe('x👩‍🔬');
    expect(cut('cafe\u0301 x', 0, 4)).toBe('cafe\u0301');
    expect(cut('🇺🇦🇵🇱', 2, 4)).toBe('🇺🇦');
    expect(cut('\r\nab', 0, 3)).toBe('a');
  });

  test('keep within the text', () => {
    expect(cut('abc', -5, 99)).toBe('abc');
  });

  test('cope with a long stretch without white space', () => {
    const text = `${'é'.repeat(5000)}👩‍🔬${'é'.repeat(5000)}`;
    expect(cut(text, 0, 5001)).toBe(`${'é'.repeat(5000)}👩‍🔬`);
  });
});
