import { describe, expect, test } from 'vitest';
import { placeOf, stepFrom, type Stop, withNew } from '../../../client/features/queue/walk.ts';

const stop = (document: string, number: number): Stop => ({
  document,
  number,
  claim: `${document}${number}`,
});
const at = ({ document, claim }: Stop) => ({ document, claim });
const [a1, a2, b1, b2] = [stop('a', 1), stop('a', 2), stop('b', 1), stop('b', 2)] as const;
const all = [a1, a2, b1, b2];

describe('a walk through the queue', () => {
  test('goes on and back, into the next document too', () => {
    expect(stepFrom(all, all, at(a1), 1)).toBe(a2);
    expect(stepFrom(all, all, at(a2), 1)).toBe(b1);
    expect(stepFrom(all, all, at(b1), -1)).toBe(a2);
  });

  test('passes over what is done, and comes back at the end to what was skipped', () => {
    expect(stepFrom(all, [a1, b2], at(a2), 1)).toBe(b2);
    expect(stepFrom(all, [a1, b2], at(b2), 1)).toBe(a1);
    expect(stepFrom(all, [b1], at(a1), -1)).toBe(b1);
  });

  test('ends where nothing but this one is left, done or not', () => {
    expect(stepFrom(all, [b1], at(b1), 1)).toBeNull();
    expect(stepFrom(all, [], at(b1), 1)).toBeNull();
    expect(stepFrom([], [], { document: 'a', claim: null }, 1)).toBeNull();
  });

  test('begins in the document that is open', () => {
    expect(stepFrom(all, all, { document: 'b', claim: null }, 1)).toBe(b1);
    expect(stepFrom(all, [a2], { document: 'b', claim: null }, 1)).toBe(a2);
  });

  test('keeps its places; what comes meanwhile is last, once', () => {
    const seen = withNew([a1, b1], [b1, a2, b2]);
    expect(seen).toEqual([a1, b1, a2, b2]);
    expect(withNew(seen, [a2])).toBe(seen);
    expect(placeOf(seen, at(b1))).toBe(1);
    expect(placeOf(seen, { document: 'c', claim: 'x' })).toBe(-1);
  });
});
