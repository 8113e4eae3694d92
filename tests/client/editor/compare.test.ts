import { describe, expect, test } from 'vitest';
import { compare, type Difference } from '../../../client/editor/compare.ts';
import { seeded } from '../../random.ts';

/** The text that the differences say there was before. */
function undone(now: string, differences: readonly Difference[]): string {
  let before = '';
  let at = 0;
  for (const { from, to, deleted } of differences) {
    before += now.slice(at, from) + deleted;
    at = to;
  }
  return before + now.slice(at);
}
const told = (original: string, now: string) =>
  compare(original, now).differences.map(({ from, to, deleted }) => [deleted, now.slice(from, to)]);

describe('where a text differs', () => {
  test('nowhere', () => {
    expect(compare('The same.\nHere.', 'The same.\nHere.')).toEqual({
      differences: [],
      tooMany: false,
    });
  });

  test('in a word, in two, in one that is new or gone', () => {
    expect(told('It rose two metres.', 'It rose three metres.')).toEqual([['two', 'three']]);
    expect(told('It rose two metres.\nAll slept.', 'It rose 2 metres.\nAll ran.')).toEqual([
      ['two', '2'],
      ['slept', 'ran'],
    ]);
    expect(told('It rose.', 'It never rose.')).toEqual([['', 'never ']]);
  });

  test('in paragraphs', () => {
    expect(told('One. Two.', 'One.\nTwo.')).toEqual([[' ', '\n']]);
    expect(told('One.\nTwo.\nThree.', 'One.\nThree.')).toHaveLength(1);
    expect(told('One.\nThree.', 'One.\nTwo.\nThree.')).toHaveLength(1);
  });

  test('in a text that was rewritten is said once', () => {
    const lines = (word: string) => Array.from({ length: 9000 }, (_, at) => word + at).join('\n');
    expect(compare(lines('a'), lines('b')).tooMany).toBe(true);
  });
});

const seed = Number(process.env['SEED'] ?? 20261127);

test(`what differs, taken back, gives the words of the original (seed ${seed})`, () => {
  const random = seeded(seed);
  const word = () => random.pick(['river', 'السد', '河水', 'rose', '2', 'm.', 'שלום']);
  for (let run = 0; run < 200; run += 1) {
    const original = Array.from(
      { length: random.int(1, 40) },
      () => word() + random.pick([' ', '\n']),
    ).join('');
    let now = original;
    for (let step = 0; step < random.int(0, 6); step += 1) {
      const at = random.int(0, now.length);
      now =
        now.slice(0, at) + random.pick(['', word(), '\n', ' ']) + now.slice(at + random.int(0, 8));
    }
    const { differences, tooMany } = compare(original, now);
    expect(tooMany).toBe(false);
    const bare = (text: string) => text.replaceAll(/\s+/g, '');
    expect(bare(undone(now, differences))).toBe(bare(original));
    for (const { from, to } of differences) expect(from).toBeLessThanOrEqual(to);
  }
});
