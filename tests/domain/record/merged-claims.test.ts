import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../domain/record/claim.ts';
import { goesBy, mergesOf, stands, wentInto } from '../../../domain/record/merged-claims.ts';

/** By id, each with the claim that it was merged into. */
function claims(merges: Readonly<Record<string, string | null>>): Map<string, Claim> {
  return new Map(
    Object.entries(merges).map(([id, mergedInto]) => {
      const withdrawn = mergedInto === null ? null : { at: 1, by: 1, reason: '' };
      return [id, { id, mergedInto, withdrawn } as Claim];
    }),
  );
}

describe('merged claims', () => {
  test('went into the last of their way', () => {
    const all = claims({ a: 'b', b: 'c', c: null, d: null });
    expect([...all.keys()].map((id) => wentInto(all, id))).toEqual(['c', 'c', 'c', 'd']);
    expect(
      mergesOf(all)
        .get('c')
        ?.map(({ id }) => id),
    ).toEqual(['b', 'a']);
    expect([goesBy(all, 'a', 'b'), goesBy(all, 'a', 'd')]).toEqual([true, false]);
  });

  test('that lead round in a circle have one end for all, which does not stand', () => {
    const all = claims({ c: 'a', a: 'b', b: 'c', into: 'b' });
    expect([...all.keys()].map((id) => wentInto(all, id))).toEqual(['a', 'a', 'a', 'a']);
    expect([...all.values()].some((claim) => stands(all, claim))).toBe(false);
  });

  test('that name a claim that is not there end there', () => {
    const all = claims({ a: 'gone' });
    expect(wentInto(all, 'a')).toBe('gone');
  });
});
