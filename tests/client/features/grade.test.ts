import { describe, expect, test } from 'vitest';
import { gradeMeaning, readGrade } from '../../../client/features/source/grade.ts';
import { gradeText } from '../../../domain/derive/grades.ts';
import { credibilities } from '../../../domain/record/evidence.ts';
import { reliabilities } from '../../../domain/record/source.ts';

describe('a grade as it is typed', () => {
  test('reads every grade of the code, in either case and with spaces around it', () => {
    for (const reliability of reliabilities) {
      for (const credibility of credibilities) {
        const grade = { reliability, credibility };
        expect(readGrade(`${reliability}${credibility}`)).toEqual(grade);
        expect(readGrade(` ${reliability.toLowerCase()}${credibility} `)).toEqual(grade);
      }
    }
  });

  test('may be typed the other way round, for no letter is a figure', () => {
    expect(readGrade('2b')).toEqual({ reliability: 'B', credibility: 2 });
  });

  test('may lack either half, or both', () => {
    expect(readGrade('b')).toEqual({ reliability: 'B', credibility: null });
    expect(readGrade('2')).toEqual({ reliability: null, credibility: 2 });
    expect(readGrade('')).toEqual({ reliability: null, credibility: null });
  });

  test('reads what the list shows of it, so that an untouched grade changes nothing', () => {
    for (const reliability of [...reliabilities, null]) {
      for (const credibility of [...credibilities, null]) {
        const grade = { reliability, credibility };
        expect(readGrade(gradeText(grade))).toEqual(grade);
      }
    }
  });

  test.each(['g2', 'b7', 'b0', 'bb', '2bb', '22', 'b 2', 'b2x', 'true'])('%s is none', (typed) => {
    expect(readGrade(typed)).toBeNull();
  });

  test('says in words what both halves mean', () => {
    expect(gradeMeaning({ reliability: 'B', credibility: 2 })).toBe(
      'Usually reliable. Probably true.',
    );
    expect(gradeMeaning({ reliability: null, credibility: 6 })).toBe('Truth cannot be judged.');
  });
});
