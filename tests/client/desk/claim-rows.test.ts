import { describe, expect, test } from 'vitest';
import type { ClaimRow } from '../../../client/features/desk/claims/claim-row.ts';
import { ClaimRows } from '../../../client/features/desk/claims/claim-rows.ts';
import type { AnchorState } from '../../../domain/derive/standing.ts';
import { indexRecords } from '../../../domain/record/claim-records.ts';
import { commands } from '../../../domain/command/list.ts';
import { randomStep } from '../../domain/command/random-desk.ts';
import { ANA, BEN, Desk, id, LEA } from '../../domain/desk.ts';
import { seeded } from '../../random.ts';

function rows(
  desk: Desk,
  {
    order = [...desk.state.claims.keys()],
    anchors = new Map<string, AnchorState>(),
    me = ANA,
  }: { order?: string[]; anchors?: Map<string, AnchorState>; me?: number } = {},
): readonly ClaimRow[] {
  return new ClaimRows(me).of(desk.state, order, anchors);
}

const numbers = (list: readonly ClaimRow[]): number[] => list.map(({ claim }) => claim.number);

/** Three claims: settled as true, judged but unreviewed, open without a source. */
function newsroom(): Desk {
  const desk = new Desk();
  desk.marks(ANA, 'claim', 'Mobilized men claimed');
  desk.marks(ANA, 'second', 'Reports of poorly staffed personnel');
  desk.marks(BEN, 'third', 'A source reported');
  desk.brings(ANA, 'e1');
  desk.judges(ANA, 'true');
  desk.reviews(BEN, ANA, 'agree');
  desk.does(LEA, 'ruling.give', {
    rulingId: id('ruling'),
    claimId: id('claim'),
    claimVersion: 1,
    rating: 'true',
    explanation: '',
    replaces: null,
  });
  desk.brings(BEN, 'e2', 'second', { stance: 'refutes', credibility: 3 });
  desk.judges(BEN, 'false', { claimId: id('second') });
  return desk;
}

describe('a row', () => {
  test('tells where the claim stands, its best grades, and how many have judged', () => {
    const told = rows(newsroom()).map(({ standing, hue, grades, judged }) => ({
      standing,
      hue,
      grades,
      judged,
    }));
    expect(told).toEqual([
      { standing: 'True', hue: 'true', grades: '▲B2 ▼–', judged: '1 of 1' },
      { standing: 'Revealed', hue: null, grades: '▲– ▼B3', judged: '1 of 1' },
      { standing: 'Open', hue: null, grades: 'no source', judged: '0 of 1' },
    ]);
  });

  test('counts only my own grades before reveal', () => {
    const desk = new Desk();
    desk.marks(ANA);
    desk.brings(BEN, 'e1');
    expect(rows(desk, { me: ANA })[0]?.grades).toBe('no grade');
    expect(rows(desk, { me: BEN })[0]?.grades).toBe('▲B2 ▼–');
  });

  test('of a disputed claim bears no colour', () => {
    const desk = newsroom();
    desk.judges(BEN, 'false');
    const [row] = rows(desk);
    expect(row?.stage).toBe('disputed');
    expect(row?.hue).toBeNull();
  });
});

describe('the order', () => {
  test('is that of the text; claims without a place come last, by number', () => {
    const desk = newsroom();
    expect(numbers(rows(desk, { order: [id('third'), id('claim')] }))).toEqual([3, 1, 2]);
    expect(numbers(rows(desk, { order: [] }))).toEqual([1, 2, 3]);
  });
});

describe('rows that are kept', () => {
  test('are the same objects where nothing of their claims changed', () => {
    const desk = newsroom();
    desk.state = indexRecords(desk.state);
    const kept = new ClaimRows(ANA);
    const order = [...desk.state.claims.keys()];
    const anchors = new Map<string, AnchorState>();
    const before = kept.of(desk.state, order, anchors);
    desk.judges(ANA, 'half-true', { claimId: id('third') });
    const after = kept.of(desk.state, order, anchors);
    expect(after.map((row, at) => row === before[at])).toEqual([true, true, false]);
    desk.does(LEA, 'source.edit', {
      sourceId: id('s-e1'),
      changes: { reliability: 'C' },
      seen: { reliability: 'B' },
    });
    const regraded = kept.of(desk.state, order, anchors);
    expect(regraded.map((row, at) => row === after[at])).toEqual([false, true, true]);
    expect(regraded[0]?.grades).toBe('▲C2 ▼–');
  });

  test('say the same as rows derived from scratch, whatever commands come in whatever order', () => {
    const done = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seeded(seed);
      const desk = new Desk();
      desk.state = indexRecords(desk.state);
      const kept = new ClaimRows(ANA);
      for (let at = 0; at < 100; at += 1) {
        const step = randomStep(desk, random, at);
        if (desk.state.people.get(step.actor)?.role) {
          const outcome = desk.attempt(step.actor, step.name, step.args);
          if (!('code' in outcome)) done.add(step.name);
        }
        const ids = [...desk.state.claims.keys()];
        const order = random.chance(0.8) ? ids : ids.toReversed();
        const anchors = new Map<string, AnchorState>();
        if (ids.length > 0 && random.chance(0.3)) {
          anchors.set(random.pick(ids), random.pick(['changed', 'removed'] as const));
        }
        // A state without the index that was kept up.
        const { byClaim: _, ...plain } = indexRecords(desk.state);
        expect(indexRecords(plain).byClaim, `seed ${seed}, step ${at}`).toEqual(
          indexRecords(desk.state).byClaim,
        );
        expect(kept.of(desk.state, order, anchors), `seed ${seed}, step ${at}`).toEqual(
          new ClaimRows(ANA).of(plain, order, anchors),
        );
      }
    }
    expect(done.size).toBeGreaterThan(commands.length / 2);
  });
});
