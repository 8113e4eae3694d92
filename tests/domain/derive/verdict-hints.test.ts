import { describe, expect, test } from 'vitest';
import { heldDifferently, heldIn } from '../../../domain/derive/verdict-changes.ts';
import { claimChanges, evidenceChanges } from '../../../domain/derive/changed-since.ts';
import { type Drafted, hintsOn } from '../../../domain/derive/verdict-hints.ts';
import { ANA, BEN, Desk, id } from '../desk.ts';

function desk(): Desk {
  const made = new Desk();
  made.marks(ANA);
  made.brings(ANA, 'one', 'claim', { credibility: 1 });
  made.brings(ANA, 'two', 'claim', { credibility: 2, stance: 'refutes' });
  return made;
}

const drafted: Drafted = {
  rating: 'true',
  confidence: 'moderate',
  rationale: 'As the map shows.',
  evidence: [id('two')],
};

describe('a verdict is hinted at', () => {
  test.each<[string, Partial<Drafted>, readonly string[]]>([
    ['nothing in an ordinary one', {}, []],
    ['nothing before it is begun', { rating: null, rationale: '', evidence: [] }, []],
    ['no evidence', { evidence: [] }, ['no-evidence']],
    ['evidence that is gone', { evidence: [id('gone')] }, ['no-evidence']],
    ['no evidence for an opinion', { rating: 'opinion', evidence: [] }, []],
    ['no evidence, which is what it says', { rating: 'not-enough-evidence', evidence: [] }, []],
    ['a 1 on one origin', { evidence: [id('one')] }, ['confirmed-on-one-origin']],
    [
      'high confidence without a word',
      { confidence: 'high', rationale: ' ' },
      ['sure-without-a-basis'],
    ],
    [
      'likelihood and confidence in one sentence, beside the rest',
      { rationale: 'Very likely, with low confidence.', evidence: [] },
      ['likelihood-with-confidence', 'no-evidence'],
    ],
  ])('%s', (_, also, hints) => {
    expect(hintsOn(desk().state, { ...drafted, ...also })).toEqual(hints);
  });

  test('a 1 no longer, once another origin says the same', () => {
    const it = desk();
    it.brings(BEN, 'three');
    expect(hintsOn(it.state, { ...drafted, evidence: [id('one')] })).toEqual([]);
  });

  test('and given all the same', () => {
    const it = desk();
    it.judges(BEN, 'true', { rationale: 'Very likely, with low confidence.', evidence: [] });
    expect(it.state.verdicts.size).toBe(1);
  });
});

test('two revisions differ in what was held otherwise, whatever the order of the evidence', () => {
  const it = desk();
  it.judges(BEN, 'true', { evidence: [id('one'), id('two')] });
  const before = it.state.verdicts.get(`${id('claim')}:${BEN}`);
  it.judges(BEN, 'false', { evidence: [id('two'), id('one')], rationale: 'No.' });
  const after = it.state.verdicts.get(`${id('claim')}:${BEN}`);
  if (before?.kind !== 'verdict' || after?.kind !== 'verdict') throw new Error('No verdict');
  expect(heldDifferently(heldIn(before), heldIn(after))).toEqual(['rating', 'rationale']);
  expect(heldDifferently(heldIn(after), { ...heldIn(after), evidence: [] })).toEqual(['evidence']);
});

test('what changed of a claim and of its evidence is told field by field, from and to', () => {
  const it = desk();
  const claim = it.claim();
  it.does(ANA, 'claim.restate', {
    claimId: claim.id,
    version: 1,
    changes: { checks: 'content', claimant: 'Mobilized men', tags: ['army'] },
  });
  expect(claimChanges(claim, it.claim())).toEqual([
    { field: 'What is checked', from: 'that they said it', to: 'that it is so' },
    { field: 'Claimant', from: '', to: 'Mobilized men' },
  ]);
  const piece = it.state.evidence.get(id('one'));
  it.does(ANA, 'evidence.edit', {
    evidenceId: id('one'),
    version: 1,
    changes: { credibility: 3, stance: 'context' },
  });
  const now = it.state.evidence.get(id('one'));
  if (!piece || !now) throw new Error('No evidence');
  expect(evidenceChanges(piece, now)).toEqual([
    { field: 'Stance', from: 'Supports', to: 'Context' },
    { field: 'Credibility', from: '1', to: '3' },
  ]);
});
