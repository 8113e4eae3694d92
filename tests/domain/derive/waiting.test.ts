import { describe, expect, test } from 'vitest';
import { proposedRuling } from '../../../domain/derive/proposal.ts';
import type { AnchorState } from '../../../domain/derive/standing.ts';
import { newEvidenceSince } from '../../../domain/derive/standing.ts';
import { waitingFor } from '../../../domain/derive/waiting.ts';
import { verdictKey } from '../../../domain/record/verdict.ts';
import { ANA, BEN, CEM, Desk, EVE, id, LEA, VIC } from '../desk.ts';

const claimId = id('claim');

function desk(): Desk {
  const made = new Desk();
  made.marks(ANA);
  return made;
}

const waiting = (it: Desk, person: number, anchor?: AnchorState) =>
  waitingFor(it.state, it.claim(), person, anchor).map((task) => task.kind);

describe('waitingFor', () => {
  test('where nobody was asked, everybody who can judge until there are enough', () => {
    const it = desk();
    expect([ANA, BEN, EVE, LEA].map((person) => waiting(it, person))).toEqual([
      ['judge'],
      ['judge'],
      ['judge'],
      ['judge'],
    ]);
    it.judges(BEN, 'true');
    expect(waiting(it, ANA)).toEqual(['review']);
    expect(waiting(it, BEN)).toEqual([]);
  });

  test('where people were asked, exactly they', () => {
    const it = desk();
    it.does(LEA, 'claim.assign', { claimId, add: [BEN, CEM], remove: [] });
    expect(waitingFor(it.state, it.claim(), BEN)).toEqual([{ kind: 'judge', asked: true }]);
    expect(waiting(it, ANA)).toEqual([]);
    it.judges(CEM, 'true');
    expect(waiting(it, BEN)).toEqual(['judge', 'review']);
  });

  test('nothing for viewers, strangers and withdrawn claims', () => {
    const it = desk();
    expect(waiting(it, VIC)).toEqual([]);
    expect(waiting(it, 99)).toEqual([]);
    it.does(ANA, 'claim.withdraw', { claimId, reason: '' });
    expect(waiting(it, ANA)).toEqual([]);
  });

  test('a pass asks for nothing more on this version', () => {
    const it = desk();
    it.passes(BEN);
    expect(waiting(it, BEN)).toEqual([]);
    it.does(ANA, 'claim.restate', { claimId, version: 1, changes: { checks: 'content' } });
    expect(waiting(it, BEN)).toEqual(['judge']);
  });

  test('a stale verdict asks its author, not reviewers', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.does(ANA, 'claim.restate', { claimId, version: 1, changes: { checks: 'content' } });
    expect(waitingFor(it.state, it.claim(), BEN)).toEqual([
      { kind: 'answer', reason: 'claim-changed' },
    ]);
    expect(waiting(it, CEM)).toEqual(['judge']);
  });

  test('changed words wait for those who may restate, and for no answer', () => {
    const it = desk();
    it.judges(BEN, 'true');
    expect(waiting(it, ANA, 'changed')).toEqual(['settle-words']);
    expect(waiting(it, BEN, 'changed')).toEqual([]);
    it.rules(LEA, 'true');
    expect(waiting(it, LEA, 'changed')).toEqual(['settle-words']);
  });

  test('a review that is not in agreement goes back to the author until the verdict is revised', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.reviews(CEM, BEN, 'request-changes', 'r');
    expect(waitingFor(it.state, it.claim(), BEN)).toEqual([
      { kind: 'reconsider', review: id('r') },
    ]);
    it.judges(BEN, 'mostly-true');
    expect(waiting(it, BEN)).toEqual([]);
  });

  test('a lead rules when the reviews are in, or at once where it is disputed', () => {
    const it = desk();
    it.judges(BEN, 'true');
    expect(waiting(it, LEA)).toEqual(['review']);
    it.reviews(CEM, BEN, 'agree');
    expect(waiting(it, LEA)).toEqual(['rule']);
    it.judges(EVE, 'false');
    expect(waiting(it, LEA)).toEqual(['review', 'rule']);
    it.rules(LEA, 'true');
    expect(waiting(it, LEA)).toEqual([]);
  });
});

describe('proposedRuling', () => {
  const proposed = (it: Desk) => proposedRuling(it.state, it.claim());

  test('nothing before the reviews are in', () => {
    const it = desk();
    expect(proposed(it)).toBeNull();
    it.judges(BEN, 'true');
    expect(proposed(it)).toBeNull();
    it.reviews(CEM, BEN, 'agree');
    expect(proposed(it)).toEqual({ ratings: ['true'], method: 'single' });
  });

  test('what all or most hold; where close ones are even, each of them', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.judges(CEM, 'mostly-true');
    it.reviews(ANA, BEN, 'agree');
    it.reviews(ANA, CEM, 'agree');
    expect(proposed(it)).toEqual({ ratings: ['true', 'mostly-true'], method: 'adjudicated' });
    it.judges(EVE, 'true');
    it.reviews(ANA, EVE, 'agree');
    expect(proposed(it)).toEqual({ ratings: ['true'], method: 'majority' });
    it.judges(CEM, 'true');
    it.reviews(ANA, CEM, 'agree');
    expect(proposed(it)).toEqual({ ratings: ['true'], method: 'unanimous' });
  });

  test('nothing where it is disputed, settled or withdrawn', () => {
    const it = desk();
    it.judges(BEN, 'true');
    it.reviews(CEM, BEN, 'agree');
    const ready = it.state;
    it.reviews(EVE, BEN, 'disagree');
    expect(proposed(it)).toBeNull();
    it.state = ready;
    it.rules(LEA, 'true');
    expect(proposed(it)).toBeNull();
    it.state = ready;
    it.does(ANA, 'claim.withdraw', { claimId, reason: '' });
    expect(proposed(it)).toBeNull();
  });
});

test('new evidence of others since a verdict is counted, one’s own and removed ones are not', () => {
  const it = desk();
  it.brings(ANA, 'before');
  it.judges(BEN, 'true');
  it.brings(ANA, 'after');
  it.brings(ANA, 'gone');
  it.brings(BEN, 'own');
  it.does(ANA, 'evidence.remove', { evidenceId: id('gone'), reason: '', withSource: false });
  const verdict = it.state.verdicts.get(verdictKey(claimId, BEN));
  expect(verdict && newEvidenceSince(it.state, verdict)).toBe(1);
});
