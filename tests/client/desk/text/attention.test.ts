import { expect, test } from 'vitest';
import { Attention, timeFor } from '../../../../client/features/desk/text/reading/attention.ts';

const block = (id: string, share = 1, words = 50) => ({ id, share, words });

/** Looks every half second for so long. */
function watch(attention: Attention, blocks: ReturnType<typeof block>[], ms: number): string[] {
  const read: string[] = [];
  for (let at = 0; at < ms; at += 500) read.push(...attention.look(blocks, 500));
  return read;
}

test('a block is read once it was before somebody’s eyes for as long as its words take', () => {
  const attention = new Attention();
  expect(watch(attention, [block('a')], timeFor(50) - 500)).toEqual([]);
  expect(watch(attention, [block('a')], 1000)).toEqual(['a']);
  expect(watch(attention, [block('a')], 20_000)).toEqual([]);
});

test('time adds up over several looks, and longer blocks need more of it', () => {
  const attention = new Attention();
  expect(watch(attention, [block('a', 1, 10), block('b', 1, 100)], 2000)).toEqual(['a']);
  expect(watch(attention, [block('c')], 2000)).toEqual([]);
  expect(watch(attention, [block('b', 1, 100)], 4000)).toEqual(['b']);
});

test('flying past reads nothing, however much flies past', () => {
  const attention = new Attention();
  const read = Array.from({ length: 200 }, (_, at) => watch(attention, [block(`p${at}`)], 500));
  expect(read.flat()).toEqual([]);
});

test('what is only half in view does not count, nor what was read before', () => {
  const attention = new Attention(['old']);
  expect(watch(attention, [block('edge', 0.3), block('old')], 30_000)).toEqual([]);
});
