import { describe, expect, test } from 'vitest';
import { CodePoints } from '../../../domain/text/code-points.ts';
import { seeded } from '../../random.ts';

describe('code points', () => {
  test('count a pair of surrogates as one, and a lone one as one', () => {
    expect(new CodePoints('').length).toBe(0);
    expect(new CodePoints('naïve').length).toBe(5);
    expect(new CodePoints('a👩b').length).toBe(3);
    expect(new CodePoints('\uD83D \uDC69').length).toBe(3);
  });

  test('agree with the iterator of strings at every offset (300 seeds)', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      const text = Array.from({ length: random.int(0, 30) }, () =>
        random.pick(['a', 'é', '👩', '𝒳', '\uD83D', '\uDC69', '\n', '中']),
      ).join('');
      const points = new CodePoints(text);
      const signs = [...text];
      expect(points.length, `seed ${seed}`).toBe(signs.length);
      let unit = 0;
      signs.forEach((sign, point) => {
        for (let inside = 0; inside < sign.length; inside++) {
          expect(points.ofUnit(unit + inside), `seed ${seed}`).toBe(point);
        }
        expect(points.toUnit(point), `seed ${seed}`).toBe(unit);
        unit += sign.length;
      });
      expect(points.ofUnit(text.length), `seed ${seed}`).toBe(signs.length);
      expect(points.toUnit(signs.length), `seed ${seed}`).toBe(text.length);
    }
  });

  test('stay within the text', () => {
    const points = new CodePoints('👩a');
    expect(points.toUnit(-3)).toBe(0);
    expect(points.toUnit(99)).toBe(3);
    expect(points.ofUnit(99)).toBe(2);
  });
});
