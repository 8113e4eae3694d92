import { describe, expect, test } from 'vitest';
import {
  mayCreateDocuments,
  mayDeleteDocuments,
  mayGrant,
} from '../../../domain/policy/workspace.ts';
import { type Role, roles } from '../../../domain/role.ts';

const held: readonly (Role | null)[] = [null, ...roles];

describe('who gives and takes roles', () => {
  const grants = roles.flatMap((role) =>
    [true, false].flatMap((owner) =>
      [true, false].flatMap((self) =>
        held.flatMap((from) => held.map((to) => ({ role, owner, self, from, to }))),
      ),
    ),
  );
  const allowed = ({ role, owner, self, from, to }: (typeof grants)[number]) =>
    mayGrant({
      actor: { person: 1, role, owner },
      person: self ? 1 : 2,
      from,
      to,
      toOwner: false,
    }) === null;

  test('is a lead, or who leaves by themselves', () => {
    for (const grant of grants) {
      if (allowed(grant))
        expect(grant.role === 'lead' || (grant.self && grant.to === null)).toBe(true);
    }
  });

  test('never makes or unmakes a lead but as the owner, save that a lead may leave', () => {
    for (const grant of grants) {
      const concernsLead = grant.from === 'lead' || grant.to === 'lead';
      if (concernsLead && allowed(grant))
        expect(grant.owner || (grant.self && grant.to === null)).toBe(true);
    }
  });

  test('lets a lead give and take every other role, and the owner every role', () => {
    const others = grants.filter(({ from, to }) => from !== 'lead' && to !== 'lead');
    expect(others.filter(({ role }) => role === 'lead').every(allowed)).toBe(true);
    expect(grants.filter(({ role, owner }) => role === 'lead' && owner).every(allowed)).toBe(true);
  });

  test('leaves the owner alone, whoever asks', () => {
    for (const to of held) {
      for (const person of [1, 2]) {
        const actor = { person: 1, role: 'lead', owner: true } as const;
        expect(mayGrant({ actor, person, from: 'lead', to, toOwner: true })?.code).toBe(
          'not-allowed',
        );
      }
    }
  });

  test('holds for invitations, which mean nobody by name', () => {
    const lead = { person: 1, role: 'lead', owner: false } as const;
    const invite = (to: Role, owner: boolean) =>
      mayGrant({ actor: { ...lead, owner }, person: null, from: null, to, toOwner: false });
    expect(invite('editor', false)).toBeNull();
    expect(invite('lead', false)?.reason).toContain('owner');
    expect(invite('lead', true)).toBeNull();
  });
});

describe('who creates documents', () => {
  test.each([
    ['owner', null, false],
    ['owner', 'lead', false],
    ['members', null, false],
    ['members', 'viewer', false],
    ['members', 'analyst', true],
    ['members', 'lead', true],
    ['everyone', null, true],
    ['everyone', 'viewer', true],
  ] as const)('by the rule "%s", somebody whose highest role is %s: %s', (rule, highest, may) => {
    expect(mayCreateDocuments(rule, { owner: false, highest }) === null).toBe(may);
    expect(mayCreateDocuments(rule, { owner: true, highest })).toBeNull();
  });
});

test('only the owner deletes documents', () => {
  expect(mayDeleteDocuments({ owner: true })).toBeNull();
  expect(mayDeleteDocuments({ owner: false })?.reason).toContain('archive');
});
