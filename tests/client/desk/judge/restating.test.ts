import { describe, expect, test } from 'vitest';
import {
  caughtUp,
  draftOf,
  overtaken,
  restated,
  sayingsOf,
  seenIn,
} from '../../../../client/features/desk/judge/restating.ts';
import { ANA, Desk } from '../../../domain/desk.ts';

function claim() {
  const desk = new Desk();
  return desk.marks(ANA);
}

describe('a claim that two people write at once', () => {
  const seen = claim();
  const mine = { ...sayingsOf(seen), restatement: 'Mine.' };
  const now = { ...seen, restatement: 'Theirs.', place: 'Kyiv' };

  test('the field that both changed is named, and what I saw in it is told', () => {
    const changes = restated(mine, seen);
    expect(changes).toEqual({ restatement: 'Mine.' });
    expect(seenIn(changes, seen)).toEqual({ restatement: '' });
    expect(overtaken(changes, seen, now)).toEqual(['restatement']);
    expect(overtaken(changes, seen, { ...now, restatement: 'Mine.' })).toEqual([]);
  });

  test('what I did not touch follows the claim, and is no change of mine', () => {
    const next = caughtUp(mine, seen, now);
    expect(next).toMatchObject({ restatement: 'Mine.', place: 'Kyiv' });
    expect(restated(next, now)).toEqual({ restatement: 'Mine.' });
  });
});

test('steps of a chain that say nothing are left out, their order counts', () => {
  const seen = claim();
  const step = { who: 'A channel', how: '', when: '' };
  const blank = { who: ' ', how: '', when: '' };
  const changes = restated({ ...sayingsOf(seen), chain: [blank, step] }, seen);
  expect(changes).toEqual({ chain: [step] });
});

test('a form starts from what the claim says, and nothing is a change then', () => {
  const { now, seen } = draftOf(claim());
  expect(restated(now, seen)).toEqual({});
});
