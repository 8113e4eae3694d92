import { describe, expect, test } from 'vitest';
import {
  mayAssign,
  mayChangeEvidence,
  mayChangeSettings,
  mayChangeSources,
  mayEditText,
  mayJudge,
  mayLock,
  mayVerify,
  mayManageMembers,
  mayRestate,
  mayReview,
  mayRule,
} from '../../../domain/policy/document.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Role, roles } from '../../../domain/role.ts';
import { ANA, BEN, Desk, id } from '../desk.ts';

const unlocked = { lock: { locked: false, at: 0, by: 0 } };
const locked = { lock: { locked: true, at: 0, by: 0 } };

function claimWith(change: (desk: Desk) => void): Desk {
  const desk = new Desk();
  desk.marks(ANA);
  change(desk);
  return desk;
}

const fresh = claimWith(() => {});
const passed = claimWith((desk) => desk.passes(ANA));
const judged = claimWith((desk) => desk.judges(BEN, 'true'));
const assigned = claimWith((desk) => {
  desk.does(1, 'claim.assign', { claimId: id('claim'), add: [BEN], remove: [] });
  desk.judges(ANA, 'true');
});
const sourced = claimWith((desk) => desk.brings(ANA, 'e'));

function restate(desk: Desk, actor: number) {
  return (role: Role) => mayRestate(desk.state, desk.claim(), { actor, role });
}

function evidence(actor: number) {
  return (role: Role) => {
    const piece = sourced.state.evidence.get(id('e'));
    if (!piece) throw new RangeError('No evidence.');
    return mayChangeEvidence(piece, { actor, role });
  };
}

/** Who may, by role: viewer, analyst, editor, lead. */
const table: readonly [string, (role: Role) => Refusal | null, string][] = [
  ['judges', mayJudge, '- yes yes yes'],
  ['changes sources', mayChangeSources, '- yes yes yes'],
  ['edits the unlocked text', (role) => mayEditText(role, unlocked), '- - yes yes'],
  ['edits the locked text', (role) => mayEditText(role, locked), '- - - -'],
  ['restates a fresh claim of somebody else', restate(fresh, BEN), '- yes yes yes'],
  ['restates a claim that was only passed on', restate(passed, BEN), '- yes yes yes'],
  ['restates a judged claim of somebody else', restate(judged, BEN), '- - - yes'],
  ['restates a judged claim of their own', restate(judged, ANA), '- yes yes yes'],
  ['restates a judged claim assigned to them', restate(assigned, BEN), '- yes yes yes'],
  ['changes evidence of somebody else', evidence(BEN), '- - - yes'],
  ['changes evidence of their own', evidence(ANA), '- yes yes yes'],
  [
    'reviews a verdict of somebody else',
    (role) => mayReview(ANA, { actor: BEN, role }),
    '- yes yes yes',
  ],
  ['reviews a verdict of their own', (role) => mayReview(BEN, { actor: BEN, role }), '- - - -'],
  ['rules', mayRule, '- - - yes'],
  ['locks and unlocks', mayLock, '- - - yes'],
  ['verifies the record', mayVerify, '- - - yes'],
  ['assigns', mayAssign, '- - - yes'],
  ['changes settings', mayChangeSettings, '- - - yes'],
  ['manages members', mayManageMembers, '- - - yes'],
];

describe.each(table)('who %s', (_what, may, expected) => {
  test('follows from the role', () => {
    expect(roles.map((role) => (may(role) ? '-' : 'yes')).join(' ')).toBe(expected);
  });

  test('a refusal says why in one sentence or two', () => {
    const reasons = roles.map(may).filter((refusal) => refusal !== null);
    expect(reasons.length).toBeGreaterThan(0);
    for (const { reason } of reasons) expect(reason).toMatch(/^[A-Z#].{15,}\.$/);
  });
});

describe('reasons help', () => {
  test('a viewer learns whom to ask', () => {
    expect(mayJudge('viewer')?.reason).toBe(
      'You can read this document. Ask a lead to make you an analyst.',
    );
  });

  test('a lead is told to unlock, an editor to ask', () => {
    expect(mayEditText('lead', locked)?.reason).toContain('Unlock it');
    expect(mayEditText('editor', locked)?.reason).toContain('Ask a lead');
    expect(mayEditText('editor', locked)?.code).toBe('text-locked');
    expect(mayEditText('analyst', unlocked)?.code).toBe('may-not-edit');
  });

  test('the own verdict has a code of its own', () => {
    expect(mayReview(BEN, { actor: BEN, role: 'lead' })?.code).toBe('own-verdict');
  });
});
