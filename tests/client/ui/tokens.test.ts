import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, difference, mix, parseHex, type Rgb, seenBy, sights } from './color.ts';

const css = readFileSync(new URL('../../../client/styles/tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) =>
      [name ?? '', { light: parseHex(light ?? ''), dark: parseHex(dark ?? '') }] as const,
  ),
);
const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

function token(name: string, scheme: Scheme): Rgb {
  const pair = pairs.get(name);
  if (!pair) throw new RangeError(`No colour token --${name}`);
  return pair[scheme];
}

const ratings = ['true', 'mostly-true', 'half-true', 'mostly-false', 'false', 'off-scale'];
const people = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `person-${n}`);
const grounds = ['bg', 'paper', 'surface', 'sunken', 'raised'];

describe('the colour measures themselves', () => {
  test('contrast of black on white is 21', () => {
    expect(contrast(parseHex('#000000'), parseHex('#ffffff'))).toBeCloseTo(21, 5);
  });
  test('CIEDE2000 agrees with reference values', () => {
    // The corners of sRGB, whose distances are widely published.
    expect(difference(parseHex('#ffffff'), parseHex('#000000'))).toBeCloseTo(100, 1);
    expect(difference(parseHex('#ff0000'), parseHex('#00ff00'))).toBeCloseTo(86.61, 1);
    expect(difference(parseHex('#0000ff'), parseHex('#ffff00'))).toBeCloseTo(103.43, 1);
  });
  test('a deuteranope confuses the red and green that everybody else tells apart', () => {
    const [red, green] = [parseHex('#a05020'), parseHex('#707000')];
    expect(difference(seenBy('deutan', red), seenBy('deutan', green))).toBeLessThan(
      difference(red, green) / 2,
    );
  });
});

describe.each(schemes)('%s', (scheme) => {
  const on = (ink: string, ground: string): number =>
    contrast(token(ink, scheme), token(ground, scheme));

  test.each(grounds)('words reach 4.5:1 on %s', (ground) => {
    for (const ink of ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', 'warn', 'danger']) {
      expect(on(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['accent', 'accent-soft'],
    ['ink', 'accent-soft'],
    ['ink-2', 'accent-soft'],
    ['ink-3', 'accent-soft'],
    ['warn', 'warn-soft'],
    ['ink', 'warn-soft'],
    ['danger', 'danger-soft'],
    ['ink', 'danger-soft'],
    ['on-danger', 'danger'],
    ['on-inverse', 'inverse'],
    ['on-inverse', 'inverse-2'],
    ['on-inverse-accent', 'inverse'],
  ])('%s reaches 4.5:1 on %s', (ink, ground) => {
    expect(on(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('borders of controls, dots and underlines reach 3:1 on every ground', () => {
    for (const mark of [
      'control',
      'accent',
      'ok',
      ...ratings.map((r) => `rating-${r}`),
      ...people,
    ]) {
      for (const ground of grounds) {
        expect(on(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('the ink on a filled chip and on an avatar reaches 4.5:1', () => {
    for (const rating of ratings) {
      expect(on(`on-rating-${rating}`, `rating-${rating}`), rating).toBeGreaterThanOrEqual(4.5);
    }
    for (const person of people)
      expect(on('on-person', person), person).toBeGreaterThanOrEqual(4.5);
  });

  test('words stay readable on the tint of a claim, where two overlap as well', () => {
    const [paper, ink] = [token('paper', scheme), token('ink', scheme)];
    for (const rating of ratings) {
      const tinted = mix(token(`rating-${rating}`, scheme), paper, 0.13);
      expect(contrast(ink, mix(ink, tinted, 0.07)), rating).toBeGreaterThanOrEqual(7);
    }
  });

  test.each(sights)('any two ratings are 12 apart for %s sight', (sight) => {
    const seen = ratings.map((r) => seenBy(sight, token(`rating-${r}`, scheme)));
    for (const [i, one] of seen.entries()) {
      for (const [j, two] of seen.entries()) {
        if (i < j)
          expect(difference(one, two), `${ratings[i]} and ${ratings[j]}`).toBeGreaterThanOrEqual(
            12,
          );
      }
    }
  });

  test('no person has the colour of a rating or of another person', () => {
    for (const [i, person] of people.entries()) {
      const colour = token(person, scheme);
      for (const rating of ratings) {
        expect(
          difference(colour, token(`rating-${rating}`, scheme)),
          `${person}, ${rating}`,
        ).toBeGreaterThanOrEqual(12);
      }
      for (const other of people.slice(i + 1)) {
        expect(
          difference(colour, token(other, scheme)),
          `${person}, ${other}`,
        ).toBeGreaterThanOrEqual(12);
      }
    }
  });
});
