// What becomes of evidence and verdicts when claims are merged, split and linked,
// and that nothing of it is ever lost.
import { describe, expect, test } from 'vitest';
import type { ArgsOf } from '../../../domain/command/list.ts';
import { flagsOf } from '../../../domain/derive/flags.ts';
import { stageOf } from '../../../domain/derive/stage.ts';
import { stalenessOf } from '../../../domain/derive/standing.ts';
import { waitingFor } from '../../../domain/derive/waiting.ts';
import {
  indexRecords,
  mergedInto,
  recordsOf,
  verdictOf,
} from '../../../domain/record/claim-records.ts';
import { threadsOf, threadsOn } from '../../../domain/talk/thread.ts';
import { ANA, BEN, CEM, Desk, EVE, id, LEA, placeOfWords } from '../desk.ts';

function twoClaims(): Desk {
  const desk = new Desk();
  desk.marks(ANA, 'old', 'Mobilized men claimed');
  desk.marks(ANA, 'claim', 'Mobilized men');
  desk.brings(ANA, 'e-old', 'old');
  desk.brings(ANA, 'e-new', 'claim');
  return desk;
}

function merges(desk: Desk, who = ANA): void {
  const { version } = desk.claim('old');
  desk.does(who, 'claim.merge', { claimId: id('old'), version, into: id('claim') });
}

const evidenceOf = (desk: Desk, claim: string) =>
  recordsOf(desk.state, id(claim)).evidence.map((piece) => piece.id);

describe('claim.merge', () => {
  test('takes evidence along, and withdraws the claim with a link', () => {
    const desk = twoClaims();
    merges(desk);
    expect(evidenceOf(desk, 'claim')).toEqual([id('e-old'), id('e-new')]);
    expect(evidenceOf(desk, 'old')).toEqual([]);
    expect(desk.claim('old')).toMatchObject({ mergedInto: id('claim'), withdrawn: { by: ANA } });
    expect(mergedInto(desk.state, id('claim')).map((claim) => claim.id)).toEqual([id('old')]);
    expect(flagsOf(desk.state, desk.claim('old'))).toEqual(['withdrawn']);
  });

  test('verdicts go along, stale until their authors let them stand', () => {
    const desk = twoClaims();
    desk.judges(BEN, 'true', { claimId: id('old'), evidence: [id('e-old')] });
    merges(desk);
    const moved = verdictOf(desk.state, id('claim'), BEN);
    expect(moved).toMatchObject({ claim: id('old'), rating: 'true' });
    if (!moved) return;
    expect(stalenessOf(desk.state, desk.claim(), moved)?.reason).toBe('claim-merged');
    expect(stageOf(desk.state, desk.claim())).toBe('judging');
    expect(flagsOf(desk.state, desk.claim())).toContain('stale');
    expect(waitingFor(desk.state, desk.claim(), BEN)).toContainEqual({
      kind: 'answer',
      reason: 'claim-merged',
    });
    const about = { claimId: id('claim'), claimVersion: 1, revision: moved.revision };
    desk.does(BEN, 'verdict.stand', about);
    const own = desk.state.verdicts.get(`${id('claim')}:${BEN}`);
    expect(own).toMatchObject({
      claim: id('claim'),
      cameFrom: id('old'),
      revision: 1,
      evidence: [{ id: id('e-old'), version: 1 }],
    });
    expect(stageOf(desk.state, desk.claim())).toBe('revealed');
  });

  test('of two verdicts of one analyst that on the target counts, and the other can still be read', () => {
    const desk = twoClaims();
    desk.judges(BEN, 'true', { claimId: id('old') });
    desk.judges(BEN, 'false', { claimId: id('claim') });
    merges(desk, LEA);
    const { verdicts } = recordsOf(desk.state, id('claim'));
    expect(verdicts).toMatchObject([{ claim: id('claim'), rating: 'false' }]);
    expect(recordsOf(desk.state, id('old')).verdicts).toMatchObject([{ rating: 'true' }]);
    expect(stageOf(desk.state, desk.claim())).toBe('revealed');
  });

  test('a pass goes along too, but whoever passed is asked again', () => {
    const desk = twoClaims();
    desk.passes(BEN, 'old');
    merges(desk);
    expect(verdictOf(desk.state, id('claim'), BEN)).toMatchObject({ kind: 'pass' });
    expect(waitingFor(desk.state, desk.claim(), BEN)).toContainEqual({
      kind: 'judge',
      asked: false,
    });
  });

  test('through a chain of merges everything arrives at the last, the nearest verdict first', () => {
    const desk = twoClaims();
    desk.marks(ANA, 'last', 'men');
    desk.judges(BEN, 'true', { claimId: id('old') });
    desk.judges(CEM, 'true', { claimId: id('old') });
    desk.judges(CEM, 'false', { claimId: id('claim') });
    merges(desk, LEA);
    const onward = { claimId: id('claim'), version: 1, into: id('last') };
    desk.does(LEA, 'claim.merge', onward);
    for (const state of [desk.state, indexRecords(desk.state)]) {
      const { verdicts, evidence } = recordsOf(state, id('last'));
      expect(verdicts.map((each) => [each.author, each.claim])).toEqual([
        [CEM, id('claim')],
        [BEN, id('old')],
      ]);
      expect(evidence).toHaveLength(2);
    }
    desk.does(LEA, 'claim.restore', { claimId: id('claim') });
    expect(evidenceOf(desk, 'claim')).toEqual([id('e-old'), id('e-new')]);
    desk.does(LEA, 'claim.restore', { claimId: id('old') });
    expect(evidenceOf(desk, 'old')).toEqual([id('e-old')]);
    expect(evidenceOf(desk, 'last')).toEqual([]);
  });

  test('is undone by restoring the claim: everything is where it was', () => {
    const desk = twoClaims();
    desk.judges(BEN, 'true', { claimId: id('old'), evidence: [id('e-old')] });
    const before = desk.state;
    merges(desk, LEA);
    desk.does(LEA, 'claim.restore', { claimId: id('old') });
    expect(desk.claim('old')).toMatchObject({ withdrawn: null, mergedInto: null });
    expect(evidenceOf(desk, 'old')).toEqual([id('e-old')]);
    expect(recordsOf(desk.state, id('claim')).verdicts).toEqual([]);
    expect(desk.state.verdicts).toEqual(before.verdicts);
  });

  test('undone, leaves with the target what was given to the target, and each goes on with its own', () => {
    const desk = twoClaims();
    const says = (name: string, on: ArgsOf<'comment.add'>['on']) =>
      desk.does(BEN, 'comment.add', { commentId: id(name), on, comment: 'Who says so?' });
    const threadsAt = (claim: string) =>
      threadsOn(desk.state, threadsOf(desk.state), id(claim)).map(({ first }) => first.id);
    merges(desk);
    desk.brings(BEN, 'e-given', 'claim');
    desk.does(ANA, 'evidence.edit', {
      evidenceId: id('e-old'),
      version: 1,
      changes: { note: 'Read again.' },
    });
    says('t-given', { kind: 'claim', claim: id('claim') });
    says('te-given', { kind: 'evidence', evidence: id('e-given') });
    says('te-old', { kind: 'evidence', evidence: id('e-old') });
    desk.does(LEA, 'claim.restore', { claimId: id('old') });
    expect(evidenceOf(desk, 'old')).toEqual([id('e-old')]);
    expect(desk.state.evidence.get(id('e-old'))?.note).toBe('Read again.');
    expect(evidenceOf(desk, 'claim')).toContain(id('e-given'));
    expect(evidenceOf(desk, 'claim')).not.toContain(id('e-old'));
    expect(threadsAt('claim')).toEqual([id('t-given'), id('te-given')]);

    desk.brings(CEM, 'e-later', 'old');
    says('t-later', { kind: 'claim', claim: id('old') });
    expect(evidenceOf(desk, 'old')).toEqual([id('e-old'), id('e-later')]);
    expect(threadsAt('claim')).toEqual([id('t-given'), id('te-given')]);
    expect(threadsAt('old')).toContain(id('t-later'));
    // A comment on evidence that went back with its claim is read there, too.
    expect(threadsAt('old')).toContain(id('te-old'));
  });

  test('a verdict that was let stand becomes stale when its evidence goes back', () => {
    const desk = twoClaims();
    desk.judges(BEN, 'true', { claimId: id('old'), evidence: [id('e-old')] });
    merges(desk, LEA);
    desk.does(BEN, 'verdict.stand', { claimId: id('claim'), claimVersion: 1, revision: 1 });
    desk.does(LEA, 'claim.restore', { claimId: id('old') });
    const own = verdictOf(desk.state, id('claim'), BEN);
    expect(own && stalenessOf(desk.state, desk.claim(), own)?.reason).toBe('evidence-removed');
  });

  test('is refused for itself, for another question, for a withdrawn claim and for a changed one', () => {
    const desk = twoClaims();
    const merge = (fields = {}) =>
      desk.refuses(ANA, 'claim.merge', {
        claimId: id('old'),
        version: 1,
        into: id('claim'),
        ...fields,
      });
    expect(merge({ into: id('old') })).toBe('bad-request');
    expect(merge({ into: id('nowhere') })).toBe('no-such-claim');
    expect(merge({ version: 2 })).toBe('claim-moved-on');
    desk.does(ANA, 'claim.restate', {
      claimId: id('claim'),
      version: 1,
      changes: { checks: 'content' },
    });
    expect(merge()).toBe('conflict');
    desk.does(ANA, 'claim.withdraw', { claimId: id('claim'), reason: '' });
    expect(merge()).toBe('claim-withdrawn');
  });

  test('talk is read and goes on at the target, and is where it was once it is restored', () => {
    const desk = twoClaims();
    const says = (name: string, on: ArgsOf<'comment.add'>['on']) =>
      desk.does(BEN, 'comment.add', { commentId: id(name), on, comment: 'Who says so?' });
    const threadsAt = (claim: string) =>
      threadsOn(desk.state, threadsOf(desk.state), id(claim)).map(
        ({ comments }) => comments.length,
      );
    says('t', { kind: 'claim', claim: id('old') });
    says('te', { kind: 'evidence', evidence: id('e-old') });
    const { comments } = desk.state;
    merges(desk);
    expect(threadsAt('claim')).toEqual([1, 1]);
    expect(desk.state.comments).toEqual(comments);
    says('reply', { kind: 'thread', thread: id('t') });
    desk.does(CEM, 'thread.resolve', { threadId: id('t'), reason: 'Answered.' });
    expect(threadsAt('claim')).toEqual([2, 1]);
    desk.does(ANA, 'claim.restore', { claimId: id('old') });
    expect([threadsAt('old'), threadsAt('claim')]).toEqual([[2, 1], []]);
    desk.does(ANA, 'claim.withdraw', { claimId: id('old'), reason: '' });
    expect(
      desk.refuses(BEN, 'comment.add', {
        commentId: id('late'),
        on: { kind: 'thread', thread: id('t') },
        comment: 'Still?',
      }),
    ).toBe('claim-withdrawn');
  });

  test('of two who merge opposite ways, or onward, the later one is told where the claim went', () => {
    const desk = twoClaims();
    desk.marks(ANA, 'third', 'men');
    merges(desk);
    const before = desk.state;
    const tried: readonly [string, object][] = [
      ['claim.merge', { claimId: id('claim'), version: 1, into: id('old') }],
      ['claim.merge', { claimId: id('third'), version: 1, into: id('old') }],
      ['claim.merge', { claimId: id('old'), version: 1, into: id('third') }],
      ['claim.split', { claimId: id('old'), version: 1, parts: [id('claim'), id('third')] }],
    ];
    for (const [name, args] of tried) {
      expect(desk.attempt(BEN, name, args)).toMatchObject({
        code: 'claim-withdrawn',
        reason: '#1 was merged into #2. Go on there, or restore it first.',
      });
    }
    expect(desk.state).toBe(before);
  });

  test('needs whoever may restate both', () => {
    const desk = twoClaims();
    desk.judges(BEN, 'true', { claimId: id('claim') });
    const args = { claimId: id('old'), version: 1, into: id('claim') };
    expect(desk.refuses(EVE, 'claim.merge', args)).toBe('not-allowed');
    desk.does(LEA, 'claim.merge', args);
  });

  test('a circle in a record from elsewhere ends', () => {
    const desk = twoClaims();
    const gone = { withdrawn: { at: 1, by: LEA, reason: '' } };
    const claims = new Map(desk.state.claims);
    claims.set(id('old'), { ...desk.claim('old'), ...gone, mergedInto: id('claim') });
    claims.set(id('claim'), { ...desk.claim(), ...gone, mergedInto: id('old') });
    const state = { ...desk.state, claims };
    expect(mergedInto(state, id('old')).map((claim) => claim.id)).toEqual([id('claim')]);
    expect(recordsOf(indexRecords(state), id('old')).evidence).toHaveLength(1);
  });
});

describe('claim.split', () => {
  function parts(desk: Desk): void {
    for (const [name, quote] of [
      ['one', 'Mobilized men'],
      ['two', 'claimed on November 23'],
    ] as const) {
      desk.does(ANA, 'claim.mark', {
        claimId: id(name),
        place: placeOfWords(quote),
        checks: 'said',
        partOf: id('claim'),
      });
    }
  }
  const split = {
    claimId: id('claim'),
    version: 1,
    parts: [id('one'), id('two')],
  };

  test('puts the parts in its place, each linked with it', () => {
    const desk = new Desk();
    desk.marks(ANA);
    desk.brings(BEN, 'e');
    parts(desk);
    desk.does(ANA, 'claim.split', split);
    expect(desk.claim()).toMatchObject({ splitInto: split.parts, withdrawn: { by: ANA } });
    expect(desk.claim('one')).toMatchObject({ partOf: id('claim'), withdrawn: null });
    expect(recordsOf(desk.state, id('claim')).evidence).toHaveLength(1);
    desk.does(ANA, 'claim.restore', { claimId: id('claim') });
    expect(desk.claim()).toMatchObject({ splitInto: [], withdrawn: null });
  });

  test('evidence can be brought for the parts too; the copy names its origin and keeps its grader', () => {
    const desk = new Desk();
    desk.marks(ANA);
    desk.brings(BEN, 'e');
    parts(desk);
    desk.does(ANA, 'claim.split', split);
    const copy = { evidenceId: id('copy'), from: id('e'), claimId: id('one') };
    desk.does(ANA, 'evidence.copy', copy);
    expect(desk.state.evidence.get(id('copy'))).toMatchObject({
      claim: id('one'),
      copiedFrom: id('e'),
      grader: BEN,
      createdBy: ANA,
      version: 1,
    });
    expect(desk.refuses(ANA, 'evidence.copy', copy)).toBe('id-taken');
    expect(
      desk.refuses(ANA, 'evidence.copy', { ...copy, evidenceId: id('c2'), from: id('none') }),
    ).toBe('no-such-evidence');
  });

  test('is refused for one part, for claims that are no parts of it, and after a change', () => {
    const desk = new Desk();
    desk.marks(ANA);
    desk.marks(ANA, 'stranger', 'deny it.');
    parts(desk);
    const [one = '', two = ''] = split.parts;
    expect(desk.refuses(ANA, 'claim.split', { ...split, parts: [one, one] })).toBe('bad-request');
    expect(desk.refuses(ANA, 'claim.split', { ...split, parts: [one, id('stranger')] })).toBe(
      'conflict',
    );
    expect(desk.refuses(ANA, 'claim.split', { ...split, version: 2 })).toBe('claim-moved-on');
    desk.does(ANA, 'claim.withdraw', { claimId: two, reason: '' });
    expect(desk.refuses(ANA, 'claim.split', split)).toBe('claim-withdrawn');
  });
});

describe('claim.link and claim.unlink', () => {
  test('link two questions by hand and part them again, without a new version', () => {
    const desk = new Desk();
    desk.marks(ANA, 'said');
    desk.does(BEN, 'claim.mark', {
      claimId: id('so'),
      place: placeOfWords('Mobilized'),
      checks: 'content',
    });
    desk.does(CEM, 'claim.link', { claimId: id('said'), twin: id('so') });
    expect([desk.claim('said').twin, desk.claim('so').twin]).toEqual([id('so'), id('said')]);
    expect(desk.claim('said').version).toBe(1);
    expect(desk.refuses(CEM, 'claim.link', { claimId: id('said'), twin: id('so') })).toBe(
      'conflict',
    );
    desk.does(CEM, 'claim.unlink', { claimId: id('so') });
    expect([desk.claim('said').twin, desk.claim('so').twin]).toEqual([null, null]);
    expect(desk.refuses(CEM, 'claim.unlink', { claimId: id('so') })).toBe('nothing-to-change');
  });
});

test('a version says what raised it, who and when', () => {
  const desk = new Desk();
  desk.marks(ANA);
  const restate = (changes: object, version: number) =>
    desk.does(BEN, 'claim.restate', { claimId: id('claim'), version, changes });
  restate({ restatement: 'They said so.', claimant: 'Men' }, 1);
  expect(desk.claim()).toMatchObject({ version: 1, raised: null });
  restate({ restatement: 'They said that.', claimant: 'Soldiers', place: 'Serpukhov' }, 1);
  expect(desk.claim()).toMatchObject({
    version: 2,
    raised: { what: ['restatement', 'claimant'], by: BEN, at: desk.now },
  });
  restate({ tags: ['war'] }, 2);
  expect(desk.claim().raised?.what).toEqual(['restatement', 'claimant']);
  desk.does(ANA, 'claim.rerange', {
    claimId: id('claim'),
    version: 2,
    place: placeOfWords('Mobilized men'),
  });
  expect(desk.claim()).toMatchObject({ version: 3, raised: { what: ['quote'], by: ANA } });
});
