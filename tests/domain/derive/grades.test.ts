import { describe, expect, test } from 'vitest';
import { bestGrade, confirmedAlone, gradesText } from '../../../domain/derive/grades.ts';
import type { Credibility, Evidence } from '../../../domain/record/evidence.ts';
import type { Reliability } from '../../../domain/record/source.ts';
import { ANA, BEN, Desk, id } from '../desk.ts';

function desk(): Desk {
  const made = new Desk();
  made.marks(ANA);
  return made;
}

type Graded = readonly [Reliability | null, Credibility | null];

function bring(
  it: Desk,
  name: string,
  [reliability, credibility]: Graded,
  more: object = {},
): void {
  it.brings(ANA, name, 'claim', { credibility, newSource: { title: name, reliability, ...more } });
}

function best(...grades: Graded[]): string {
  const it = desk();
  grades.forEach((grade, at) => bring(it, `e${at}`, grade));
  return gradesText(it.state, it.claim());
}

describe('the best grade', () => {
  test('of supporting and refuting evidence apart, context beside', () => {
    const it = desk();
    bring(it, 'e', ['B', 2]);
    it.brings(ANA, 'f', 'claim', {
      stance: 'refutes',
      credibility: 3,
      newSource: { title: 'f', reliability: 'C' },
    });
    it.brings(ANA, 'g', 'claim', {
      stance: 'context',
      credibility: 1,
      newSource: { title: 'g', reliability: 'A' },
    });
    expect(gradesText(it.state, it.claim())).toBe('▲B2 ▼C3');
  });

  test('none is a dash, an ungraded half too', () => {
    expect(best()).toBe('▲– ▼–');
    expect(best(['B', null])).toBe('▲B– ▼–');
  });

  test.each([
    [
      'a grade is as good as its weaker half',
      [
        ['A', 5],
        ['B', 3],
      ],
      'B3',
    ],
    [
      'the better source decides between equals',
      [
        ['B', 1],
        ['A', 2],
      ],
      'A2',
    ],
    [
      'F and 6 are no basis, so anything with one goes before',
      [
        ['F', 1],
        ['A', 6],
        ['E', 5],
      ],
      'E5',
    ],
    ['F and 6 show where there is nothing else', [['F', 6]], 'F6'],
    [
      'an ungraded half is no basis either',
      [
        ['A', null],
        ['D', 4],
      ],
      'D4',
    ],
  ] as const)('%s', (_rule, grades, expected) => {
    expect(best(...grades)).toBe(`▲${expected} ▼–`);
    expect(best(...[...grades].reverse())).toBe(`▲${expected} ▼–`);
  });

  test('removed evidence does not count, and one person’s can be asked for alone', () => {
    const it = desk();
    bring(it, 'e', ['A', 1]);
    it.brings(BEN, 'f', 'claim', { credibility: 3, newSource: { title: 'f', reliability: 'C' } });
    expect(gradesText(it.state, it.claim(), BEN)).toBe('▲C3 ▼–');
    it.does(ANA, 'evidence.remove', { evidenceId: id('e'), reason: '', withSource: false });
    expect(bestGrade(it.state, it.claim(), 'supports')).toEqual({
      evidence: id('f'),
      reliability: 'C',
      credibility: 3,
    });
  });
});

describe('a credibility of 1', () => {
  const piece = (it: Desk): Evidence => {
    const found = it.state.evidence.get(id('e'));
    if (!found) throw new RangeError('No evidence.');
    return found;
  };

  test('is a mistake with a single origin', () => {
    const it = desk();
    bring(it, 'e', ['B', 1], { origin: 'Agency' });
    bring(it, 'f', ['B', 2], { origin: ' agency' });
    expect(confirmedAlone(it.state, piece(it))).toBe(true);
    bring(it, 'g', ['B', 2], { origin: 'Ministry' });
    expect(confirmedAlone(it.state, piece(it))).toBe(false);
  });

  test('is not confirmed by what is said of another claim, on the other side, or was removed', () => {
    const it = desk();
    it.marks(ANA, 'other');
    bring(it, 'e', ['B', 1]);
    it.brings(ANA, 'f', 'other');
    it.brings(ANA, 'g', 'claim', { stance: 'refutes' });
    bring(it, 'h', ['B', 2]);
    it.does(ANA, 'evidence.remove', { evidenceId: id('h'), reason: '', withSource: false });
    expect(confirmedAlone(it.state, piece(it))).toBe(true);
  });

  test('any other credibility claims no confirmation', () => {
    const it = desk();
    bring(it, 'e', ['B', 2]);
    expect(confirmedAlone(it.state, piece(it))).toBe(false);
  });
});
