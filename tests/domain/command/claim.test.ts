import { describe, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import { ANA, BEN, CEM, Desk, EVE, id, LEA, placeOfWords, VIC } from '../desk.ts';

const people = { id: id('claim') };

function marked(): Desk {
  const desk = new Desk();
  desk.marks(ANA);
  return desk;
}

describe('claim.mark', () => {
  test('keeps the quote with its neighbours and asks for an anchor', () => {
    const desk = new Desk();
    const outcome = desk.does(ANA, 'claim.mark', {
      claimId: people.id,
      place: placeOfWords('Mobilized men claimed'),
      checks: 'said',
    });
    expect(outcome.anchor).toBe(people.id);
    expect(outcome.answer).toEqual({ number: 1 });
    const claim = desk.claim();
    expect(claim).toMatchObject({ number: 1, version: 1, createdBy: ANA, checks: 'said' });
    expect(desk.text.slice(claim.position.start, claim.position.end)).toBe(claim.quote.exact);
    expect(claim.quote.suffix).toHaveLength(32);
  });

  test('gives one number above the highest ever, withdrawn claims included', () => {
    const desk = marked();
    desk.marks(ANA, 'b');
    desk.does(ANA, 'claim.withdraw', { claimId: id('b'), reason: '' });
    expect(desk.marks(BEN, 'c').number).toBe(3);
  });

  test('refuses an id that was ever used', () => {
    const desk = marked();
    desk.does(ANA, 'claim.withdraw', { claimId: people.id, reason: '' });
    const again = { claimId: people.id, place: placeOfWords('Mobilized'), checks: 'said' } as const;
    expect(desk.refuses(ANA, 'claim.mark', again)).toBe('id-taken');
  });

  test('refuses words that are not in the text, and viewers before it looks for them', () => {
    const desk = new Desk();
    const args = {
      claimId: people.id,
      place: placeOfWords('No such words'),
      checks: 'said',
    } as const;
    expect(desk.refuses(ANA, 'claim.mark', args)).toBe('words-not-found');
    expect(desk.refuses(VIC, 'claim.mark', args)).toBe('not-allowed');
  });

  test('refuses words too long for one record, in bytes', () => {
    const desk = new Desk();
    desk.text = '漢'.repeat(limits.quote);
    const args = { claimId: people.id, place: placeOfWords(desk.text), checks: 'said' } as const;
    expect(desk.refuses(ANA, 'claim.mark', args)).toBe('too-large');
  });

  test('links two claims over the same words that check the two questions', () => {
    const desk = marked();
    const { version, modifiedAt } = desk.claim();
    const args = {
      claimId: id('so'),
      place: placeOfWords('Mobilized men claimed'),
      twin: people.id,
    } as const;
    expect(desk.refuses(BEN, 'claim.mark', { ...args, checks: 'said' })).toBe('conflict');
    desk.does(BEN, 'claim.mark', { ...args, checks: 'content' });
    expect(desk.claim()).toMatchObject({ twin: id('so'), version, modifiedAt });
    expect(desk.claim('so').twin).toBe(people.id);
    const third = { ...args, claimId: id('third'), checks: 'content' } as const;
    expect(desk.refuses(BEN, 'claim.mark', third)).toBe('conflict');
  });
});

describe('claim.restate', () => {
  const restate = (version: number, changes: object, seen?: object) => ({
    claimId: people.id,
    version,
    changes,
    ...(seen ? { seen } : {}),
  });

  test('filling what was empty is no new version', () => {
    const desk = marked();
    const changes = {
      restatement: 'Men fight untrained.',
      claimant: 'Men',
      date: { edtf: 'XXXX-11-23', asWritten: 'November 23' },
    };
    desk.does(BEN, 'claim.restate', restate(1, changes));
    expect(desk.claim()).toMatchObject({ ...changes, version: 1, modifiedBy: BEN });
  });

  test.each([
    ['restatement', 'Men fight.', 'Men fight untrained.'],
    ['claimant', 'Men', 'Their mothers'],
    ['date', { edtf: '2026', asWritten: '2026' }, null],
  ])('changing %s from what was filled in is a new version', (field, first, second) => {
    const desk = marked();
    desk.does(ANA, 'claim.restate', restate(1, { [field]: first }));
    expect(desk.claim().version).toBe(1);
    desk.does(ANA, 'claim.restate', restate(1, { [field]: second }));
    expect(desk.claim().version).toBe(2);
  });

  test('changing what is checked is a new version', () => {
    const desk = marked();
    desk.does(ANA, 'claim.restate', restate(1, { checks: 'content' }));
    expect(desk.claim()).toMatchObject({ checks: 'content', version: 2 });
  });

  test.each([
    ['short', 'Short', 'Shorter'],
    ['place', 'Serpukhov', 'Moscow'],
    ['type', 'numerical', 'causal'],
    ['tags', ['one'], ['two']],
    ['priority', 'high', 'low'],
    ['chain', [{ who: 'ISW', how: '', when: '' }], []],
  ])('changing %s never is', (field, first, second) => {
    const desk = marked();
    desk.does(ANA, 'claim.restate', restate(1, { [field]: first }));
    desk.does(ANA, 'claim.restate', restate(1, { [field]: second }));
    expect(desk.claim()).toMatchObject({ [field]: second, version: 1 });
  });

  test('a version that has moved on is refused', () => {
    const desk = marked();
    desk.does(ANA, 'claim.restate', restate(1, { checks: 'content' }));
    expect(desk.refuses(BEN, 'claim.restate', restate(1, { restatement: 'Mine' }))).toBe(
      'claim-moved-on',
    );
  });

  test('two people filling the same empty field do not overwrite each other', () => {
    const desk = marked();
    desk.does(ANA, 'claim.restate', restate(1, { restatement: 'Hers' }, { restatement: '' }));
    expect(
      desk.refuses(BEN, 'claim.restate', restate(1, { restatement: 'His' }, { restatement: '' })),
    ).toBe('claim-moved-on');
    desk.does(BEN, 'claim.restate', restate(1, { claimant: 'Men' }, { claimant: '' }));
    expect(desk.claim()).toMatchObject({ restatement: 'Hers', claimant: 'Men' });
  });

  test('only an assessment or a prediction bears a likelihood, which goes with the type', () => {
    const desk = marked();
    expect(desk.refuses(ANA, 'claim.restate', restate(1, { likelihood: 'likely' }))).toBe(
      'bad-request',
    );
    expect(
      desk.refuses(ANA, 'claim.restate', restate(1, { type: 'causal', likelihood: 'likely' })),
    ).toBe('bad-request');
    desk.does(ANA, 'claim.restate', restate(1, { type: 'prediction', likelihood: 'likely' }));
    desk.does(ANA, 'claim.restate', restate(1, { type: 'causal' }));
    expect(desk.claim()).toMatchObject({ type: 'causal', likelihood: null });
  });

  test('saying the same again is refused as no change', () => {
    const desk = marked();
    expect(
      desk.refuses(ANA, 'claim.restate', restate(1, { checks: 'said', tags: [' ', ''] })),
    ).toBe('nothing-to-change');
  });

  test('tags are trimmed and kept once', () => {
    const desk = marked();
    desk.does(ANA, 'claim.restate', restate(1, { tags: [' war', 'war', '', 'men '] }));
    expect(desk.claim().tags).toEqual(['war', 'men']);
  });

  test('twins never come to check the same question', () => {
    const desk = marked();
    desk.does(ANA, 'claim.mark', {
      claimId: id('so'),
      place: placeOfWords('Mobilized'),
      checks: 'content',
      twin: people.id,
    });
    expect(desk.refuses(ANA, 'claim.restate', restate(1, { checks: 'content' }))).toBe('conflict');
    desk.does(ANA, 'claim.withdraw', { claimId: id('so'), reason: '' });
    desk.does(ANA, 'claim.restate', restate(1, { checks: 'content' }));
    desk.does(ANA, 'claim.restore', { claimId: id('so') });
    expect([desk.claim().twin, desk.claim('so').twin]).toEqual([null, null]);
  });

  test('a field that a claim does not have is refused, not dropped', () => {
    const outcome = marked().attempt(ANA, 'claim.restate', restate(1, { number: 7 }));
    expect(outcome).toMatchObject({ code: 'bad-request' });
  });

  test('after the first verdict it is the maker’s, the assignees’ and the leads’', () => {
    const desk = marked();
    desk.judges(CEM, 'true');
    expect(desk.refuses(BEN, 'claim.restate', restate(1, { short: 'x' }))).toBe('not-allowed');
    desk.does(LEA, 'claim.assign', { claimId: people.id, add: [BEN], remove: [] });
    desk.does(BEN, 'claim.restate', restate(1, { short: 'x' }));
  });
});

describe('the words of a claim', () => {
  const to = (words: string, version = 1) => ({
    claimId: people.id,
    version,
    place: placeOfWords(words),
  });

  test('claim.rerange puts it on other words, as a new version', () => {
    const desk = marked();
    const outcome = desk.does(ANA, 'claim.rerange', to('Mobilized men claimed on November 23'));
    expect(outcome.anchor).toBe(people.id);
    expect(desk.claim()).toMatchObject({
      version: 2,
      quote: { exact: 'Mobilized men claimed on November 23' },
    });
    expect(desk.refuses(BEN, 'claim.rerange', to('Reports'))).toBe('claim-moved-on');
  });

  test('claim.rerange back to the very same quote anchors again without a new version', () => {
    const desk = marked();
    expect(desk.does(ANA, 'claim.rerange', to('Mobilized men claimed')).anchor).toBe(people.id);
    expect(desk.claim().version).toBe(1);
  });

  test('claim.take-over-words quotes what stands there now, as a new version', () => {
    const desk = marked();
    expect(desk.refuses(ANA, 'claim.take-over-words', to('Mobilized men claimed'))).toBe(
      'nothing-to-change',
    );
    desk.text = desk.text.replace('men claimed', 'soldiers claimed');
    desk.does(ANA, 'claim.take-over-words', to('Mobilized soldiers claimed'));
    expect(desk.claim()).toMatchObject({
      version: 2,
      quote: { exact: 'Mobilized soldiers claimed' },
    });
  });

  test('claim.keep-quote keeps the quote against exactly the new words, touching neither version nor marks', () => {
    const desk = marked();
    desk.text = desk.text.replace('men claimed', 'soldiers claimed');
    const outcome = desk.does(ANA, 'claim.keep-quote', to('Mobilized soldiers claimed'));
    expect(outcome.anchor).toBeUndefined();
    expect(desk.claim()).toMatchObject({
      version: 1,
      keptAgainst: 'Mobilized soldiers claimed',
      quote: { exact: 'Mobilized men claimed' },
    });
    expect(desk.refuses(ANA, 'claim.keep-quote', to('Mobilized soldiers claimed'))).toBe(
      'nothing-to-change',
    );
    desk.does(ANA, 'claim.take-over-words', to('Mobilized soldiers claimed'));
    expect(desk.claim()).toMatchObject({ version: 2, keptAgainst: null });
  });
});

describe('claim.assign', () => {
  const assign = (add: number[], remove: number[] = []) => ({ claimId: people.id, add, remove });

  test('asks members who can judge, once each', () => {
    const desk = marked();
    desk.does(LEA, 'claim.assign', assign([BEN, BEN, CEM]));
    desk.does(LEA, 'claim.assign', assign([EVE], [BEN]));
    expect(desk.claim().assignees).toEqual([CEM, EVE]);
    expect(desk.claim().version).toBe(1);
  });

  test('refuses viewers, strangers and no change', () => {
    const desk = marked();
    expect(desk.refuses(LEA, 'claim.assign', assign([VIC]))).toBe('not-allowed');
    expect(desk.refuses(LEA, 'claim.assign', assign([99]))).toBe('no-such-person');
    expect(desk.refuses(LEA, 'claim.assign', assign([], [BEN]))).toBe('nothing-to-change');
    expect(desk.refuses(EVE, 'claim.assign', assign([BEN]))).toBe('not-allowed');
  });

  test('somebody who left can be unassigned, not assigned', () => {
    const desk = marked();
    desk.does(LEA, 'claim.assign', assign([BEN]));
    desk.becomes(BEN, null);
    desk.does(LEA, 'claim.assign', assign([], [BEN]));
    expect(desk.refuses(LEA, 'claim.assign', assign([BEN]))).toBe('no-such-person');
  });

  test('a claim takes only so many', () => {
    const desk = marked();
    for (let person = 10; person < 10 + limits.assignees; person += 1)
      desk.becomes(person, 'analyst');
    desk.does(
      LEA,
      'claim.assign',
      assign(Array.from({ length: limits.assignees }, (_, at) => 10 + at)),
    );
    expect(desk.refuses(LEA, 'claim.assign', assign([BEN]))).toBe('too-large');
  });
});

describe('a withdrawn claim', () => {
  test('refuses everything but being restored', () => {
    const desk = marked();
    desk.brings(ANA, 'e');
    desk.brings(ANA, 'gone');
    desk.does(ANA, 'evidence.remove', { evidenceId: id('gone'), reason: '', withSource: false });
    desk.judges(ANA, 'true');
    const verdict = desk.verdict('false');
    const review = desk.review(ANA, 'agree', 'r');
    desk.does(ANA, 'claim.withdraw', { claimId: people.id, reason: 'Twice' });
    const about = { claimId: people.id, version: 1 };
    const here = { ...about, place: placeOfWords('Reports') };
    const piece = { evidenceId: id('e') };
    const refused = [
      desk.refuses(LEA, 'claim.restate', { ...about, changes: { short: 'x' } }),
      desk.refuses(LEA, 'claim.rerange', here),
      desk.refuses(LEA, 'claim.take-over-words', here),
      desk.refuses(LEA, 'claim.keep-quote', here),
      desk.refuses(LEA, 'claim.assign', { claimId: people.id, add: [BEN], remove: [] }),
      desk.refuses(LEA, 'claim.withdraw', { claimId: people.id, reason: '' }),
      desk.refuses(LEA, 'evidence.edit', { ...piece, version: 1, changes: { note: 'x' } }),
      desk.refuses(LEA, 'evidence.remove', { ...piece, reason: '', withSource: false }),
      desk.refuses(LEA, 'evidence.restore', { evidenceId: id('gone') }),
      desk.refuses(BEN, 'verdict.give', verdict),
      desk.refuses(BEN, 'verdict.pass', {
        claimId: people.id,
        claimVersion: 1,
        reason: 'other',
        words: '',
      }),
      desk.refuses(BEN, 'review.give', review),
      desk.refuses(LEA, 'ruling.give', {
        rulingId: id('x'),
        claimId: people.id,
        claimVersion: 1,
        rating: 'true',
        explanation: '',
        replaces: null,
      }),
    ];
    expect(new Set(refused)).toEqual(new Set(['claim-withdrawn']));
    expect(() => desk.brings(BEN, 'late')).toThrow('claim-withdrawn');
    desk.does(ANA, 'claim.restore', { claimId: people.id });
    expect(desk.claim().withdrawn).toBeNull();
    expect(desk.refuses(ANA, 'claim.restore', { claimId: people.id })).toBe('nothing-to-change');
  });

  test('can always be withdrawn, however full its record and long the reason', () => {
    const desk = marked();
    const changes = {
      chain: Array.from({ length: 10 }, () => ({ who: 'x'.repeat(230), how: '', when: '' })),
    };
    desk.does(ANA, 'claim.restate', { claimId: people.id, version: 1, changes });
    expect(
      desk.refuses(ANA, 'claim.restate', {
        claimId: people.id,
        version: 1,
        changes: { restatement: 'y'.repeat(500) },
      }),
    ).toBe('too-large');
    desk.does(ANA, 'claim.withdraw', { claimId: people.id, reason: '漢'.repeat(500) });
    expect(desk.claim().withdrawn?.reason).toMatch(/^漢{30,}…$/);
  });

  test('comes back to its twin, unless that found another', () => {
    const desk = marked();
    const twin = { place: placeOfWords('Mobilized'), checks: 'content', twin: people.id } as const;
    desk.does(ANA, 'claim.mark', { ...twin, claimId: id('b') });
    desk.does(ANA, 'claim.withdraw', { claimId: id('b'), reason: '' });
    desk.does(ANA, 'claim.restore', { claimId: id('b') });
    expect(desk.claim('b').twin).toBe(people.id);
    desk.does(ANA, 'claim.withdraw', { claimId: id('b'), reason: '' });
    desk.does(ANA, 'claim.mark', { ...twin, claimId: id('c') });
    desk.does(ANA, 'claim.restore', { claimId: id('b') });
    expect([desk.claim().twin, desk.claim('b').twin, desk.claim('c').twin]).toEqual([
      id('c'),
      null,
      people.id,
    ]);
  });
});
