import { describe, expect, test } from 'vitest';
import {
  type ClaimRow,
  claimRows,
  countOf,
  type Filter,
  filters,
  shownRows,
} from '../../../client/features/desk/claims/claim-rows.ts';
import type { AnchorState } from '../../../domain/derive/standing.ts';
import { ANA, BEN, Desk, id, LEA } from '../../domain/desk.ts';

function rows(
  desk: Desk,
  {
    order = [...desk.state.claims.keys()],
    anchors = new Map<string, AnchorState>(),
    me = ANA,
  }: { order?: string[]; anchors?: Map<string, AnchorState>; me?: number } = {},
): ClaimRow[] {
  return claimRows(desk.state, order, anchors, me);
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

describe('filters', () => {
  test('leave what waits for me', () => {
    const desk = newsroom();
    expect(numbers(shownRows(rows(desk, { me: ANA }), 'for-me', ''))).toEqual([2, 3]);
    expect(numbers(shownRows(rows(desk, { me: BEN }), 'for-me', ''))).toEqual([3]);
  });

  test('leave the unsourced, the settled, the removed', () => {
    const desk = newsroom();
    const anchors = new Map<string, AnchorState>([[id('second'), 'removed']]);
    const all = rows(desk, { anchors });
    const left = (filter: Filter): number[] => numbers(shownRows(all, filter, ''));
    expect([left('unsourced'), left('settled'), left('removed')]).toEqual([[3], [1], [2]]);
  });

  test('show a withdrawn claim only where it is asked for', () => {
    const desk = newsroom();
    desk.does(BEN, 'claim.withdraw', { claimId: id('third'), reason: '' });
    const all = rows(desk);
    expect(numbers(shownRows(all, null, ''))).toEqual([1, 2]);
    expect(numbers(shownRows(all, 'unsourced', ''))).toEqual([]);
    expect(numbers(shownRows(all, 'withdrawn', ''))).toEqual([3]);
  });

  test('count as many as they leave', () => {
    const desk = newsroom();
    desk.does(BEN, 'claim.withdraw', { claimId: id('third'), reason: '' });
    const all = rows(desk);
    for (const filter of filters)
      expect(countOf(all, filter), filter).toBe(shownRows(all, filter, '').length);
  });
});

describe('search', () => {
  test('finds words of the quote, whatever their case, and numbers', () => {
    const all = rows(newsroom());
    expect(numbers(shownRows(all, null, '  MOBILIZED '))).toEqual([1]);
    expect(numbers(shownRows(all, null, '#2'))).toEqual([2]);
    expect(numbers(shownRows(all, null, 'nowhere'))).toEqual([]);
  });

  test('finds words of the restatement and the claimant', () => {
    const desk = newsroom();
    const { version } = desk.claim('third');
    desk.does(BEN, 'claim.restate', {
      claimId: id('third'),
      version,
      changes: { claimant: 'Readovka' },
      seen: { claimant: '' },
    });
    expect(numbers(shownRows(rows(desk), null, 'readovka'))).toEqual([3]);
  });
});
