import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftOut, leftOutWords } from '../../../domain/export/left-out.ts';
import type { Selection } from '../../../domain/export/selection.ts';
import { withhold } from '../../../domain/export/withhold.ts';
import { stands } from '../../../domain/record/merged-claims.ts';
import { recordRoots, type RecordState } from '../../../domain/record/state.ts';
import { verdictKey } from '../../../domain/record/verdict.ts';
import { randomDocument } from '../../server/exporters/random-document.ts';
import { idFor } from '../../server/exporters/sample.ts';
import { withTalk } from '../../server/exporters/sample-talk.ts';

const inside: Selection = {
  audience: 'internal',
  names: true,
  brief: false,
  talk: true,
  withdrawn: false,
};
const selection: fc.Arbitrary<Selection> = fc.record({
  audience: fc.constantFrom('internal', 'public'),
  names: fc.boolean(),
  brief: fc.boolean(),
  talk: fc.boolean(),
  withdrawn: fc.boolean(),
});

/** Ids that a record names and that are not there. */
function dangling(state: RecordState): string[] {
  const missing = (among: ReadonlyMap<string, unknown>, ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id === null || among.has(id) ? [] : [id]));
  const { claims, comments, evidence, reviews, rulings, sources, verdicts } = state;
  return [
    ...[...claims.values()].flatMap(({ twin, mergedInto, splitInto, partOf }) =>
      missing(claims, [twin, mergedInto, partOf, ...splitInto]),
    ),
    ...[...evidence.values()].flatMap(({ claim, source, cameFrom }) => [
      ...missing(claims, [claim, ...cameFrom]),
      ...missing(sources, [source]),
    ]),
    ...[...verdicts.values()].flatMap(({ claim }) => missing(claims, [claim])),
    ...[...reviews.values()].flatMap(({ claim, verdictAuthor }) =>
      missing(verdicts, [verdictKey(claim, verdictAuthor)]),
    ),
    ...[...rulings.values()].flatMap(({ claim, replaces }) => [
      ...missing(claims, [claim]),
      ...missing(rulings, [replaces]),
    ]),
    ...[...comments.values()].flatMap(({ about, thread }) => [
      ...missing(comments, [thread]),
      ...(about.kind === 'text' ? [] : missing(claims, [about.claim])),
      ...(about.kind === 'evidence' ? missing(evidence, [about.evidence]) : []),
    ]),
  ];
}

describe('what is left of any document', () => {
  test('names nothing that is not there', () => {
    fc.assert(
      fc.property(randomDocument, selection, ({ records }, chosen) => {
        expect(dangling(withhold(records, chosen))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('is part of what there was, and the less the less is chosen', () => {
    fc.assert(
      fc.property(randomDocument, selection, ({ records }, chosen) => {
        const kept = withhold(records, chosen);
        const most = withhold(records, { ...inside, withdrawn: true });
        for (const root of recordRoots)
          for (const key of kept[root].keys()) expect(most[root].has(key)).toBe(true);
        if (!chosen.talk || chosen.brief || chosen.audience === 'public')
          expect(kept.comments.size).toBe(0);
        if (!chosen.names) expect(kept.people.size).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('holds of claims that were taken back only what was merged into one that stands, or says what was split', () => {
    fc.assert(
      fc.property(randomDocument, ({ records }) => {
        const { claims, rulings } = withhold(records, inside);
        const parents = new Set([...claims.values()].map(({ partOf }) => partOf));
        for (const claim of claims.values())
          expect(stands(records.claims, claim) || parents.has(claim.id)).toBe(true);
        for (const { claim } of rulings.values()) {
          const on = records.claims.get(claim);
          expect(on && stands(records.claims, on)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is left out', () => {
  const { records } = withTalk();

  test('is counted: for members what was taken back, without a claim that was merged', () => {
    expect(leftOut(records, inside)).toMatchObject({ claims: 2, comments: 0, verdicts: 0 });
    expect(leftOutWords(leftOut(records, inside))).toEqual(['2 withdrawn claims']);
  });

  test('is counted: for the public what was merged and split too, and every comment that has words', () => {
    const words = leftOutWords(
      leftOut(records, { ...inside, audience: 'public', names: false, talk: false }),
    );
    expect(words).toEqual(
      expect.arrayContaining(['3 withdrawn claims', '9 comments', '6 verdicts', '2 reviews']),
    );
  });

  test('with names left out keeps comments, and whom they mention unnamed', () => {
    const kept = withhold(records, { ...inside, names: false });
    expect(kept.comments.get(idFor('comment', 11))?.comment).toBe(
      'About the claim, for @somebody.',
    );
  });
});
