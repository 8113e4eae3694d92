import { describe, expect, test } from 'vitest';
import { duplicateOf } from '../../../domain/derive/duplicate.ts';
import { likelihoodWithConfidence } from '../../../domain/derive/likelihood-hint.ts';
import * as words from '../../../domain/derive/words.ts';
import { ANA, Desk, id } from '../desk.ts';

describe('marking what is marked already', () => {
  const desk = new Desk();
  desk.marks(ANA);
  desk.marks(ANA, 'wide');
  const placed = [
    { claim: desk.claim(), at: { start: 100, end: 200 } },
    { claim: desk.claim('wide'), at: { start: 100, end: 1000 } },
  ];

  test.each([
    [{ start: 100, end: 180 }, 'claim'],
    [{ start: 100, end: 179 }, undefined],
    [{ start: 0, end: 300 }, 'claim'],
    [{ start: 200, end: 300 }, undefined],
    [{ start: 190, end: 1000 }, 'wide'],
  ] as const)('a selection of %j is the same as %s', (selection, name) => {
    expect(duplicateOf(placed, selection, 'said')?.id).toBe(name && id(name));
  });

  test('another question is no duplicate, nor is a withdrawn claim', () => {
    expect(duplicateOf(placed, { start: 100, end: 200 }, 'content')).toBeNull();
    desk.does(ANA, 'claim.withdraw', { claimId: id('claim'), reason: '' });
    expect(
      duplicateOf(
        [{ claim: desk.claim(), at: { start: 0, end: 9 } }],
        { start: 0, end: 9 },
        'said',
      ),
    ).toBeNull();
  });
});

test.each([
  [
    'The video exists. It is likely, I hold with high confidence.',
    'It is likely, I hold with high confidence.',
  ],
  ['It is very unlikely. Moderate confidence: one source.', null],
  ['He is confident.', null],
  ['An unlikelyhood of confidence games.', null],
  ['', null],
])('“%s” mixes likelihood and confidence in: %s', (rationale, expected) => {
  expect(likelihoodWithConfidence(rationale)).toBe(expected);
});

test('within a table no two keys share a word', () => {
  for (const [name, table] of Object.entries(words)) {
    const labels = Object.values(table);
    expect(new Set(labels).size, name).toBe(labels.length);
    expect(
      labels.every((label) => label.trim() !== ''),
      name,
    ).toBe(true);
  }
});
