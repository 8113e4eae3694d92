import { describe, expect, test } from 'vitest';
import { newsOf } from '../../../client/features/desk/panes/news.ts';
import { ANA, BEN, Desk, id, LEA } from '../../domain/desk.ts';

/** What Ana hears of what is done meanwhile. */
function heard(desk: Desk, meanwhile: () => void): readonly string[] {
  const before = desk.state;
  meanwhile();
  return newsOf(before, desk.state, ANA);
}

describe('news', () => {
  test('tell which claims others mark and withdraw', () => {
    const desk = new Desk();
    expect(heard(desk, () => desk.marks(BEN))).toEqual(['Ben marked claim 1.']);
    expect(
      heard(desk, () => desk.does(BEN, 'claim.withdraw', { claimId: id('claim'), reason: '' })),
    ).toEqual(['Ben withdrew claim 1.']);
  });

  test('tell rulings, and that the text was locked or unlocked', () => {
    const desk = new Desk();
    desk.marks(ANA);
    desk.judges(ANA, 'mostly-true');
    expect(
      heard(desk, () => {
        desk.does(LEA, 'ruling.give', {
          rulingId: id('ruling'),
          claimId: id('claim'),
          claimVersion: 1,
          rating: 'mostly-true',
          explanation: '',
          replaces: null,
        });
        desk.does(LEA, 'text.lock', {});
      }),
    ).toEqual(['Lea ruled claim 1: Mostly true.', 'The text was locked.']);
  });

  test('are silent about what I did myself, and where nothing happened', () => {
    const desk = new Desk();
    expect(heard(desk, () => desk.marks(ANA))).toEqual([]);
    expect(heard(desk, () => {})).toEqual([]);
  });

  test('of many things at once are a number', () => {
    const desk = new Desk();
    const quotes = ['Reports', 'Mobilized men', 'A source', 'they deny it'];
    expect(
      heard(desk, () => {
        for (const [index, quote] of quotes.entries()) desk.marks(BEN, `c${index}`, quote);
      }),
    ).toEqual(['4 changes by others.']);
  });
});
