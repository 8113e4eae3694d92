import { describe, expect, test } from 'vitest';
import { flagsOf } from '../../../domain/derive/flags.ts';
import { headcountOf, stageOf } from '../../../domain/derive/stage.ts';
import type { AnchorState } from '../../../domain/derive/standing.ts';
import type { Policy } from '../../../domain/record/policy.ts';
import { ANA, BEN, CEM, Desk, EVE, id, LEA } from '../desk.ts';

const claimId = id('claim');

function desk(policy: Partial<Policy> = {}): Desk {
  const made = new Desk();
  made.state = {
    ...made.state,
    settings: { ...made.state.settings, policy: { ...made.state.settings.policy, ...policy } },
  };
  made.marks(ANA);
  return made;
}

const stage = (it: Desk, anchor?: AnchorState) => stageOf(it.state, it.claim(), anchor);
const flags = (it: Desk, anchor?: AnchorState) => flagsOf(it.state, it.claim(), anchor);
const assign = (it: Desk, ...add: number[]) =>
  it.does(LEA, 'claim.assign', { claimId, add, remove: [] });
const anew = (it: Desk) =>
  it.does(ANA, 'claim.restate', {
    claimId,
    version: it.claim().version,
    changes: { checks: it.claim().checks === 'said' ? 'content' : 'said' },
  });

describe('open and judging', () => {
  test('without a verdict a claim is open', () => {
    expect(stage(desk())).toBe('open');
  });

  test('with fewer verdicts than the policy wants it is judging', () => {
    const it = desk({ verdicts: 2 });
    it.judges(BEN, 'true');
    expect(stage(it)).toBe('judging');
    it.judges(CEM, 'true');
    expect(stage(it)).toBe('revealed');
  });

  test('where people were asked, exactly they are waited for', () => {
    const it = desk();
    assign(it, BEN, CEM);
    it.judges(EVE, 'true');
    it.judges(BEN, 'true');
    expect(stage(it)).toBe('judging');
    it.passes(CEM);
    expect(stage(it)).toBe('revealed');
  });

  test('those who leave or lose the role are no longer waited for, what they gave stands', () => {
    const it = desk();
    assign(it, BEN, CEM, EVE);
    it.judges(BEN, 'true');
    it.becomes(CEM, 'viewer');
    expect(stage(it)).toBe('judging');
    it.becomes(EVE, null);
    expect(stage(it)).toBe('revealed');
    it.becomes(BEN, null);
    expect(stage(it)).toBe('revealed');
  });

  test('passes count as submitted, but alone they reveal nothing', () => {
    const it = desk({ verdicts: 2 });
    it.passes(BEN);
    it.passes(CEM);
    expect(stage(it)).toBe('judging');
    it.judges(ANA, 'true');
    expect(stage(it)).toBe('revealed');
  });

  test('the claim’s own policy goes before the document’s', () => {
    const it = desk({ verdicts: 2 });
    const policy = { ...it.state.settings.policy, verdicts: 1 };
    it.state = { ...it.state, claims: new Map([[claimId, { ...it.claim(), policy }]]) };
    it.judges(BEN, 'true');
    expect(stage(it)).toBe('revealed');
  });

  test('a sealed claim is revealed when its first verdict can be read', () => {
    const it = desk();
    it.judges(BEN, 'true');
    const open = it.state;
    it.state = {
      ...open,
      settings: {
        ...open.settings,
        policy: { preset: 'blind-2', verdicts: 2, reviews: 0, sealed: true },
      },
    };
    expect(stage(it)).toBe('revealed');
    const { verdicts } = open;
    const given = [...verdicts.values()].map(
      ({ claim, author, revision, claimVersion, submittedAt, afterReveal }) => {
        const common = { claim, author, revision, claimVersion, submittedAt, afterReveal };
        return [
          `${claim}:${author}`,
          { ...common, kind: 'sealed', commitment: '0'.repeat(64) },
        ] as const;
      },
    );
    it.state = { ...it.state, verdicts: new Map(given) };
    expect(stage(it)).toBe('judging');
  });

  test('a sealed claim of which one verdict is disclosed is revealed, although another is not', () => {
    const it = desk();
    it.judges(BEN, 'true');
    const { settings, verdicts } = it.state;
    const policy = { preset: 'blind-2', verdicts: 2, reviews: 0, sealed: true } as const;
    const sealed = {
      kind: 'sealed',
      claim: claimId,
      author: CEM,
      revision: 1,
      claimVersion: 1,
      submittedAt: 1,
      afterReveal: false,
      commitment: '0'.repeat(64),
    } as const;
    const all = new Map([...verdicts, [`${claimId}:${CEM}`, sealed]]);
    it.state = { ...it.state, settings: { ...settings, policy }, verdicts: all };
    expect(stage(it)).toBe('revealed');
  });

  test('the headcount never says more than wanted', () => {
    const it = desk({ verdicts: 2 });
    expect(headcountOf(it.state, it.claim())).toEqual({ submitted: 0, wanted: 2 });
    for (const person of [ANA, BEN, CEM]) it.judges(person, 'true');
    expect(headcountOf(it.state, it.claim())).toEqual({ submitted: 3, wanted: 3 });
    assign(it, EVE);
    expect(headcountOf(it.state, it.claim())).toEqual({ submitted: 3, wanted: 4 });
  });
});

describe('disputed', () => {
  test.each([
    ['one step apart is close', ['true', 'mostly-true'], 'revealed'],
    ['two steps apart', ['true', 'half-true'], 'disputed'],
    ['on the scale against off it', ['true', 'missing-context'], 'disputed'],
    ['two different ones off the scale', ['opinion', 'not-a-claim'], 'disputed'],
    ['the same off the scale', ['opinion', 'opinion'], 'revealed'],
    ['one far away against a majority', ['true', 'true', 'false'], 'disputed'],
  ] as const)('%s', (_case, ratings, expected) => {
    const it = desk();
    ratings.forEach((rating, at) => it.judges([ANA, BEN, CEM][at] ?? ANA, rating));
    expect(stage(it)).toBe(expected);
  });

  test('a disagreeing review disputes, a request for changes does not', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.reviews(CEM, BEN, 'request-changes');
    expect(stage(it)).toBe('revealed');
    it.reviews(ANA, BEN, 'disagree');
    expect(stage(it)).toBe('disputed');
  });

  test('time, not the id, tells which review is the latest; ids decide within a millisecond', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.reviews(CEM, BEN, 'agree', 'z');
    it.reviews(CEM, BEN, 'disagree', 'a');
    expect(stage(it)).toBe('disputed');
    const at = it.now;
    const reviews = [...it.state.reviews].map(
      ([key, review]) => [key, { ...review, submittedAt: at }] as const,
    );
    it.state = { ...it.state, reviews: new Map(reviews) };
    expect(stage(it)).toBe('revealed');
    it.state = { ...it.state, reviews: new Map(reviews.reverse()) };
    expect(stage(it)).toBe('revealed');
  });

  test('a reviewer’s latest review of the revision counts, and a new revision starts afresh', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.reviews(CEM, BEN, 'disagree');
    it.reviews(CEM, BEN, 'agree');
    expect(stage(it)).toBe('revealed');
    it.reviews(CEM, BEN, 'disagree');
    expect(stage(it)).toBe('disputed');
    it.judges(BEN, 'mostly-true');
    expect(stage(it)).toBe('revealed');
  });
});

describe('settled', () => {
  test('by a lead’s ruling, disagreement that was there included', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.judges(CEM, 'false');
    it.reviews(ANA, BEN, 'disagree');
    it.rules(LEA, 'true');
    expect(stage(it)).toBe('settled');
    expect(flags(it)).toEqual(['unsourced']);
  });

  test('a ruling settles although not all have judged', () => {
    const it = desk();
    assign(it, BEN, CEM);
    it.judges(BEN, 'true');
    it.rules(LEA, 'true');
    expect(stage(it)).toBe('settled');
  });

  test('a new version reopens, and waits for everybody who had judged', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.rules(LEA, 'true');
    anew(it);
    expect(stage(it)).toBe('judging');
    it.judges(CEM, 'true');
    expect(stage(it)).toBe('judging');
    it.does(BEN, 'verdict.stand', { claimId, claimVersion: 2, revision: 1 });
    expect(stage(it)).toBe('revealed');
  });

  test('edited evidence reopens; that the verdict still stands settles again', () => {
    const it = desk();
    it.brings(ANA, 'e');
    it.judges(BEN, 'true', { evidence: [id('e')] });
    it.rules(LEA, 'true');
    it.does(ANA, 'evidence.edit', { evidenceId: id('e'), version: 1, changes: { note: 'n' } });
    expect(stage(it)).toBe('judging');
    expect(flags(it)).toEqual(['stale']);
    it.does(BEN, 'verdict.stand', { claimId, claimVersion: 1, revision: 1 });
    expect(stage(it)).toBe('settled');
  });

  test('edited evidence and another verdict need another ruling', () => {
    const it = desk();
    it.brings(ANA, 'e');
    it.judges(BEN, 'true', { evidence: [id('e')] });
    const first = it.rules(LEA, 'true');
    it.does(ANA, 'evidence.edit', {
      evidenceId: id('e'),
      version: 1,
      changes: { stance: 'refutes' },
    });
    it.judges(BEN, 'mostly-true', { evidence: [id('e')] });
    expect(stage(it)).toBe('revealed');
    it.rules(LEA, 'mostly-true', { replaces: first, kind: 'update' });
    expect(stage(it)).toBe('settled');
  });

  test('removed evidence reopens, and restoring it settles again', () => {
    const it = desk();
    it.brings(ANA, 'e');
    it.brings(ANA, 'unused');
    it.judges(BEN, 'true', { evidence: [id('e')] });
    it.rules(LEA, 'true');
    it.does(ANA, 'evidence.remove', { evidenceId: id('unused'), reason: '', withSource: false });
    expect(stage(it)).toBe('settled');
    it.does(ANA, 'evidence.remove', { evidenceId: id('e'), reason: '', withSource: false });
    expect(stage(it)).toBe('judging');
    it.does(ANA, 'evidence.restore', { evidenceId: id('e') });
    expect(stage(it)).toBe('settled');
  });

  test('evidence that changed before the ruling does not hide evidence that changed after it', () => {
    const it = desk();
    it.brings(ANA, 'e');
    it.brings(ANA, 'f');
    it.judges(BEN, 'true', { evidence: [id('e'), id('f')] });
    it.does(ANA, 'evidence.edit', { evidenceId: id('e'), version: 1, changes: { note: 'n' } });
    it.rules(LEA, 'true');
    expect(stage(it)).toBe('settled');
    it.does(ANA, 'evidence.edit', { evidenceId: id('f'), version: 1, changes: { note: 'n' } });
    expect(stage(it)).toBe('judging');
  });

  test('what comes later and says otherwise reopens; what agrees, or dissented before, does not', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.judges(CEM, 'half-true');
    it.rules(LEA, 'true');
    it.judges(EVE, 'true');
    it.judges(CEM, 'half-true', { rationale: 'In other words.' });
    expect(stage(it)).toBe('settled');
    it.judges(EVE, 'mostly-true');
    expect(stage(it)).toBe('disputed');
  });

  test('a later disagreement with what was ruled reopens, one with the dissent does not', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.judges(CEM, 'false');
    it.rules(LEA, 'true');
    it.reviews(EVE, CEM, 'disagree');
    expect(stage(it)).toBe('settled');
    it.reviews(EVE, BEN, 'disagree');
    expect(stage(it)).toBe('disputed');
  });

  test('changed words reopen until they are taken over or the quote is kept', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.rules(LEA, 'true');
    expect(stage(it, 'changed')).toBe('judging');
    expect(flags(it, 'changed')).toEqual(['changed', 'stale', 'unsourced']);
    expect(stage(it, 'exact')).toBe('settled');
  });

  test('filling in what nobody had said leaves verdict and ruling as they are, saying it otherwise does not', () => {
    const it = desk({ verdicts: 1 });
    const restates = (restatement: string) =>
      it.does(ANA, 'claim.restate', {
        claimId,
        version: it.claim().version,
        changes: { restatement },
      });
    it.judges(BEN, 'true');
    it.rules(LEA, 'true');
    restates('The rate fell in May.');
    expect([stage(it), flags(it)]).toEqual(['settled', ['unsourced']]);
    restates('The rate fell in June.');
    expect([stage(it), flags(it)]).toEqual(['judging', expect.arrayContaining(['stale'])]);
  });

  test('removed words leave the ruling alone', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.rules(LEA, 'true');
    expect(stage(it, 'removed')).toBe('settled');
    expect(flags(it, 'removed')).toEqual(['removed', 'unsourced']);
  });
});

describe('stale', () => {
  test('nothing is revealed by itself while a verdict is stale, if its author can still answer', () => {
    const it = desk();
    it.judges(BEN, 'true');
    anew(it);
    it.judges(CEM, 'true');
    expect(stage(it)).toBe('judging');
    expect(flags(it)).toContain('stale');
    it.becomes(BEN, 'viewer');
    expect(stage(it)).toBe('revealed');
    expect(flags(it)).not.toContain('stale');
  });

  test('a pass is never stale', () => {
    const it = desk();
    it.passes(BEN);
    anew(it);
    it.judges(CEM, 'true');
    expect(stage(it)).toBe('revealed');
  });
});

describe('flags', () => {
  test('in review lasts until each verdict has the reviews that the policy wants', () => {
    const it = desk({ reviews: 2 });
    it.brings(ANA, 'e');
    expect(flags(it)).toEqual([]);
    it.judges(BEN, 'true');
    expect(flags(it)).toEqual(['in-review']);
    it.reviews(CEM, BEN, 'agree');
    it.reviews(CEM, BEN, 'agree');
    expect(flags(it)).toEqual(['in-review']);
    it.reviews(ANA, BEN, 'agree');
    expect(flags(it)).toEqual([]);
  });

  test('unsourced: no live evidence', () => {
    const it = desk();
    expect(flags(it)).toEqual(['unsourced']);
    it.brings(ANA, 'e');
    expect(flags(it)).toEqual([]);
    it.does(ANA, 'evidence.remove', { evidenceId: id('e'), reason: '', withSource: true });
    expect(flags(it)).toEqual(['unsourced']);
  });

  test('a withdrawn claim says nothing but that', () => {
    const it = desk();
    it.does(ANA, 'claim.withdraw', { claimId, reason: '' });
    expect(flags(it, 'removed')).toEqual(['withdrawn']);
  });
});
