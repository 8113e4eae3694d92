import { describe, expect, test } from 'vitest';
import { verdictGive } from '../../../domain/command/verdict-give.ts';
import { earlierReviewsOf, reviewsOf } from '../../../domain/derive/reviewing.ts';
import { verdictKey } from '../../../domain/record/verdict.ts';
import { ANA, BEN, CEM, Desk, id, LEA, VIC } from '../desk.ts';

const claimId = id('claim');

function desk(): Desk {
  const made = new Desk();
  made.marks(ANA);
  return made;
}

function verdictOf(it: Desk, author: number) {
  return it.state.verdicts.get(verdictKey(claimId, author));
}

describe('verdict.give', () => {
  test('is one per analyst and claim, each revision one higher', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.judges(CEM, 'false');
    it.judges(BEN, 'half-true');
    expect(verdictOf(it, BEN)).toMatchObject({
      revision: 2,
      rating: 'half-true',
      author: BEN,
      claimVersion: 1,
    });
    expect(verdictOf(it, CEM)).toMatchObject({ revision: 1, rating: 'false' });
  });

  test('names the version of the claim that was read', () => {
    const it = desk();
    const read = it.verdict('true');
    it.does(ANA, 'claim.restate', { claimId, version: 1, changes: { checks: 'content' } });
    expect(it.refuses(BEN, 'verdict.give', read)).toBe('claim-moved-on');
    it.judges(BEN, 'true');
    expect(verdictOf(it, BEN)?.claimVersion).toBe(2);
  });

  test('takes only ratings of the document’s scale', () => {
    expect(desk().refuses(BEN, 'verdict.give', desk().verdict('sort-of'))).toBe('bad-request');
  });

  test('rests on live evidence of its own claim, by version', () => {
    const it = desk();
    it.marks(ANA, 'other');
    it.brings(ANA, 'e');
    it.brings(ANA, 'elsewhere', 'other');
    it.does(ANA, 'evidence.edit', { evidenceId: id('e'), version: 1, changes: { note: 'n' } });
    it.judges(BEN, 'true', { evidence: [id('e'), id('e')] });
    expect(verdictOf(it, BEN)).toMatchObject({ evidence: [{ id: id('e'), version: 2 }] });
    const refused = (evidence: string) =>
      it.refuses(BEN, 'verdict.give', it.verdict('false', { evidence: [evidence] }));
    expect(refused(id('elsewhere'))).toBe('no-such-evidence');
    expect(refused(id('nowhere'))).toBe('no-such-evidence');
    it.does(ANA, 'evidence.remove', { evidenceId: id('e'), reason: '', withSource: false });
    expect(refused(id('e'))).toBe('no-such-evidence');
  });

  test('bears a likelihood only on an assessment or a prediction', () => {
    const it = desk();
    expect(it.refuses(BEN, 'verdict.give', it.verdict('true', { likelihood: 'likely' }))).toBe(
      'bad-request',
    );
    it.does(ANA, 'claim.restate', { claimId, version: 1, changes: { type: 'prediction' } });
    it.judges(BEN, 'true', { likelihood: 'likely' });
  });

  test('is marked after-reveal once the others’ are in', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.judges(CEM, 'true');
    expect([verdictOf(it, BEN)?.afterReveal, verdictOf(it, CEM)?.afterReveal]).toEqual([
      false,
      true,
    ]);
  });

  test('the same again is no revision, but answers a stale one', () => {
    const it = desk();
    it.brings(ANA, 'e');
    const held = { evidence: [id('e')] };
    it.judges(BEN, 'true', held);
    expect(it.refuses(BEN, 'verdict.give', it.verdict('true', held))).toBe('nothing-to-change');
    it.does(ANA, 'evidence.edit', { evidenceId: id('e'), version: 1, changes: { note: 'n' } });
    it.judges(BEN, 'true', held);
    expect(verdictOf(it, BEN)?.revision).toBe(2);
  });

  test('a revision can be taken back where the verdict before it could be given again', () => {
    const it = desk();
    it.does(ANA, 'claim.restate', { claimId, version: 1, changes: { type: 'prediction' } });
    it.brings(ANA, 'e');
    it.brings(ANA, 'f');
    const first = it.verdict('true', { evidence: [id('e'), id('f')], likelihood: 'likely' });
    const second = it.verdict('false');
    const inverse = () =>
      verdictGive.inverse?.(it.state, second, {
        actor: BEN,
        role: 'analyst',
        now: it.now,
        located: null,
      });
    expect(inverse()).toBeNull();
    it.does(BEN, 'verdict.give', first);
    expect(inverse()).toEqual({ name: 'verdict.give', args: first });
    const { state } = it;
    it.does(ANA, 'evidence.remove', { evidenceId: id('e'), reason: '', withSource: false });
    expect(inverse()).toBeNull();
    it.state = state;
    it.does(ANA, 'claim.restate', { claimId, version: 1, changes: { type: 'causal' } });
    expect(inverse()).toBeNull();
    it.state = state;
    it.judges(BEN, 'true', { rationale: 'r'.repeat(9000) });
    expect(inverse()).toBeNull();
    it.passes(BEN);
    expect(inverse()).toBeNull();
  });

  test('is refused to viewers, and where the policy says sealed', () => {
    const it = desk();
    expect(it.refuses(VIC, 'verdict.give', it.verdict('true'))).toBe('not-allowed');
    const policy = { preset: 'blind-2', verdicts: 2, reviews: 0, sealed: true } as const;
    it.state = { ...it.state, settings: { ...it.state.settings, policy } };
    expect(it.refuses(BEN, 'verdict.give', it.verdict('true'))).toBe('bad-request');
    expect(it.state.verdicts.size).toBe(0);
  });
});

describe('verdict.pass', () => {
  test('replaces one’s own verdict as a new revision', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.passes(BEN);
    expect(verdictOf(it, BEN)).toMatchObject({ kind: 'pass', revision: 2, reason: 'no-time' });
    expect(() => it.passes(BEN)).toThrow('nothing-to-change');
  });
});

describe('review.give', () => {
  test('is of somebody else’s verdict, in the revision that was read', () => {
    const it = desk();
    it.judges(BEN, 'true');
    const read = it.review(BEN, 'agree', 'r');
    expect(it.refuses(BEN, 'review.give', read)).toBe('own-verdict');
    expect(it.refuses(VIC, 'review.give', read)).toBe('not-allowed');
    it.judges(BEN, 'false');
    expect(it.refuses(CEM, 'review.give', read)).toBe('verdict-moved-on');
    it.reviews(CEM, BEN, 'disagree', 'r');
    expect(it.state.reviews.get(id('r'))).toMatchObject({
      author: CEM,
      verdictAuthor: BEN,
      verdictRevision: 2,
    });
    expect(it.refuses(CEM, 'review.give', it.review(BEN, 'agree', 'r'))).toBe('id-taken');
  });

  test('is refused for a pass and for nothing', () => {
    const it = desk();
    expect(it.refuses(CEM, 'review.give', it.review(BEN, 'agree', 'r'))).toBe('no-such-verdict');
    it.passes(BEN);
    expect(it.refuses(CEM, 'review.give', it.review(BEN, 'agree', 'r'))).toBe('no-such-verdict');
  });

  test('may suggest another rating of the scale, or words; nothing that the verdict says already', () => {
    const it = desk();
    it.judges(BEN, 'true');
    const suggests = (name: string, suggestion: { rating: string | null; rationale: string }) => {
      it.does(CEM, 'review.give', { ...it.review(BEN, 'request-changes', name), suggestion });
      return it.state.reviews.get(id(name))?.suggestion;
    };
    expect(suggests('r1', { rating: 'false', rationale: '' })).toEqual({
      rating: 'false',
      rationale: '',
    });
    expect(suggests('r2', { rating: 'true', rationale: 'Say where.' })).toEqual({
      rating: null,
      rationale: 'Say where.',
    });
    expect(suggests('r3', { rating: 'true', rationale: '' })).toBeNull();
    it.reviews(CEM, BEN, 'agree', 'r4');
    expect(it.state.reviews.get(id('r4'))?.suggestion).toBeNull();
    expect(
      it.refuses(CEM, 'review.give', {
        ...it.review(BEN, 'disagree', 'r5'),
        suggestion: { rating: 'sort-of', rationale: '' },
      }),
    ).toBe('bad-request');
  });

  test('of an earlier revision stays readable, and counts no more', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.reviews(CEM, BEN, 'disagree', 'r1');
    it.reviews(ANA, BEN, 'agree', 'r2');
    it.judges(BEN, 'false');
    it.reviews(CEM, BEN, 'agree', 'r3');
    const verdict = { claim: claimId, author: BEN, revision: 2 };
    expect(reviewsOf(it.state, verdict).map((each) => each.id)).toEqual([id('r3')]);
    expect(earlierReviewsOf(it.state, verdict).map((each) => each.id)).toEqual([id('r2')]);
  });

  test('keeps each reason once', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.does(CEM, 'review.give', {
      ...it.review(BEN, 'agree', 'r'),
      reasons: ['outdated', 'outdated'],
    });
    expect(it.state.reviews.get(id('r'))?.reasons).toEqual(['outdated']);
  });
});

describe('ruling.give', () => {
  const ruling = (it: Desk, rating: string) => ({
    rulingId: id(`x${it.now}`),
    claimId,
    claimVersion: it.claim().version,
    rating,
    explanation: '',
    replaces: null,
  });

  test('is a lead’s, on verdicts of the claim as it stands', () => {
    const it = desk();
    expect(it.refuses(LEA, 'ruling.give', ruling(it, 'true'))).toBe('nothing-to-rule');
    it.judges(BEN, 'true');
    expect(it.refuses(ANA, 'ruling.give', ruling(it, 'true'))).toBe('not-allowed');
    expect(it.refuses(LEA, 'ruling.give', ruling(it, 'maybe'))).toBe('bad-request');
    it.does(ANA, 'claim.restate', { claimId, version: 1, changes: { checks: 'content' } });
    expect(it.refuses(LEA, 'ruling.give', { ...ruling(it, 'true'), claimVersion: 1 })).toBe(
      'claim-moved-on',
    );
    expect(it.refuses(LEA, 'ruling.give', ruling(it, 'true'))).toBe('nothing-to-rule');
  });

  test.each([
    ['one verdict that a review backs', ['true'], 'agree', 'true', 'single'],
    ['one verdict without a review', ['true'], null, 'true', 'adjudicated'],
    ['one verdict that a review is against', ['true'], 'disagree', 'true', 'adjudicated'],
    ['another rating than the one verdict', ['true'], 'agree', 'false', 'adjudicated'],
    ['all alike', ['true', 'true'], null, 'true', 'unanimous'],
    ['more than half', ['true', 'true', 'mostly-true'], null, 'true', 'majority'],
    ['less than half', ['true', 'true', 'mostly-true'], null, 'mostly-true', 'adjudicated'],
    ['exactly half', ['true', 'mostly-true'], null, 'true', 'adjudicated'],
  ] as const)('%s', (_case, ratings, review, rating, method) => {
    const it = desk();
    ratings.forEach((held, at) => it.judges([BEN, CEM, ANA][at] ?? BEN, held));
    if (review) it.reviews(CEM, BEN, review);
    const made = it.rules(LEA, rating);
    expect(it.state.rulings.get(made)?.method).toBe(method);
  });

  test('passes count neither for nor against a majority', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.judges(CEM, 'true');
    it.passes(ANA);
    const made = it.rules(LEA, 'true');
    expect(it.state.rulings.get(made)?.method).toBe('unanimous');
  });

  test('keeps who held otherwise, in their own words', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.judges(CEM, 'false', { rationale: 'The video is staged.' });
    const made = it.rules(LEA, 'true');
    expect(it.state.rulings.get(made)?.dissent).toEqual([
      { author: CEM, revision: 1, rating: 'false', words: 'The video is staged.' },
    ]);
  });

  test('a later one says what it replaces and why', () => {
    const it = desk();
    it.judges(BEN, 'true');
    const first = it.rules(LEA, 'true');
    expect(it.state.rulings.get(first)).toMatchObject({ kind: 'first', replaces: null });
    expect(it.refuses(LEA, 'ruling.give', ruling(it, 'false'))).toBe('conflict');
    expect(it.refuses(LEA, 'ruling.give', { ...ruling(it, 'false'), replaces: first })).toBe(
      'bad-request',
    );
    const second = it.rules(LEA, 'false', { replaces: first, kind: 'correction' });
    expect(it.state.rulings.get(second)).toMatchObject({ kind: 'correction', replaces: first });
    expect(it.state.rulings.get(first)?.rating).toBe('true');
  });

  test('fits one record with twenty who hold otherwise at length', () => {
    const it = desk();
    for (let person = 20; person < 41; person += 1) {
      it.becomes(person, 'analyst');
      it.judges(person, person === 20 ? 'true' : 'false', { rationale: 'w'.repeat(3000) });
    }
    const made = it.rules(LEA, 'true', { explanation: 'x'.repeat(20_000) });
    const kept = it.state.rulings.get(made);
    expect(kept?.dissent).toHaveLength(20);
    expect(kept?.dissent.every((dissent) => dissent.words.startsWith('www'))).toBe(true);
  });
});

describe('verdict.stand', () => {
  function stale(): Desk {
    const it = desk();
    it.brings(ANA, 'e');
    it.brings(ANA, 'f');
    it.judges(BEN, 'true', { evidence: [id('e'), id('f')], rationale: 'w'.repeat(9000) });
    it.does(ANA, 'evidence.edit', { evidenceId: id('e'), version: 1, changes: { note: 'n' } });
    it.does(ANA, 'evidence.remove', { evidenceId: id('f'), reason: '', withSource: false });
    it.does(ANA, 'claim.restate', { claimId, version: 1, changes: { checks: 'content' } });
    return it;
  }

  test('repeats one’s own verdict on claim and evidence as they are now', () => {
    const it = stale();
    const before = verdictOf(it, BEN);
    it.does(BEN, 'verdict.stand', { claimId, claimVersion: 2, revision: 1 });
    expect(verdictOf(it, BEN)).toEqual({
      ...before,
      revision: 2,
      claimVersion: 2,
      evidence: [{ id: id('e'), version: 2 }],
      submittedAt: it.now,
      afterReveal: false,
    });
  });

  test('is refused where nothing changed, for another revision or version, and for a pass', () => {
    const it = stale();
    const stand = (claimVersion: number, revision: number) =>
      it.refuses(BEN, 'verdict.stand', { claimId, claimVersion, revision });
    expect(stand(1, 1)).toBe('claim-moved-on');
    expect(stand(2, 2)).toBe('verdict-moved-on');
    it.does(BEN, 'verdict.stand', { claimId, claimVersion: 2, revision: 1 });
    expect(stand(2, 2)).toBe('nothing-to-change');
    it.passes(BEN);
    expect(stand(2, 3)).toBe('no-such-verdict');
  });
});
