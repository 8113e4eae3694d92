/** The members of a document, their roles, and the links that invite more. */
import { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { mayGrant } from '../../../domain/policy/workspace.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type Role, roles, weaker } from '../../../domain/role.ts';
import { roleOfMember } from '../../accounts/identity.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { accessOf, identityOf, ownsWorkspace, unless } from '../guards.ts';
import { presentInvitation } from '../present/invitation.ts';
import { listMembers } from '../present/member.ts';

const DAY = 86_400_000;
const noMember = refuse('no-such-person', 'They are no member of this document any more.');

const newRole = body(z.object({ role: z.enum(roles) }));
const terms = body(
  z.object({
    role: z.enum(roles),
    expiresInDays: z.int().check(z.minimum(1), z.maximum(366)),
    maxUses: z.nullable(z.int().check(z.minimum(1), z.maximum(10_000))),
  }),
);

export function memberRoutes({ accounts, config, database, guards, limit, rooms }: Api): Router {
  const router = Router();
  const { can, signedIn } = guards;
  const { invitations } = accounts;

  /** Checks and carries out a change of somebody's role; null takes them out. */
  async function grant(request: Request, to: Role | null): Promise<void> {
    const { document, role } = accessOf(request);
    const actor = identityOf(request);
    const person = Number(request.params['person']);
    const isOwner = person === (await accounts.setup.owner());
    const from = Number.isInteger(person)
      ? await roleOfMember(database, person, document.id)
      : null;
    if (from === null && !isOwner) {
      throw new RefusedError(noMember);
    }
    const granted = (as: Role, held: Role | null) =>
      mayGrant({
        actor: { person: actor.person, role: as, owner: ownsWorkspace(actor) },
        person,
        from: held,
        to,
        toOwner: isOwner,
      });
    unless(granted(role, from));
    if (from === to) return;
    const { query } = database;
    const where = { document: document.id, person };
    await rooms.membership(document, {
      person,
      name: await accounts.people.nameOf(person),
      role: to,
      by: actor.person,
      // Again in the document's queue: whoever lost their role a moment ago grants nothing
      // more, and whoever was made a lead a moment ago is the owner's to take down.
      allowed(roleOf) {
        const held = roleOf(person);
        return held === null
          ? noMember
          : granted(weaker(role, roleOf(actor.person) ?? 'viewer'), held);
      },
      note: { what: to === null ? 'left' : 'role', person, from, to },
      statements: [
        to === null
          ? query
              .deleteFrom('members')
              .where((row) => row.and(where))
              .compile()
          : query
              .updateTable('members')
              .set({ role: to })
              .where((row) => row.and(where))
              .compile(),
      ],
    });
  }

  router.get(
    '/documents/:id/members',
    limit('read'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const { document, role } = accessOf(request);
      const owner = await accounts.setup.owner();
      const open = role === 'lead' ? await invitations.list(document.id) : [];
      response.json({
        members: await listMembers(database, document.id, owner),
        invitations: open.map(presentInvitation),
      });
    },
  );

  router.patch(
    '/documents/:id/members/:person',
    limit('write'),
    signedIn,
    can('lead'),
    newRole,
    async (request, response) => {
      await grant(request, newRole.of(request).role);
      response.status(204).end();
    },
  );

  // A viewer may leave; whom else they may take out, `mayGrant` says.
  router.delete(
    '/documents/:id/members/:person',
    limit('write'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      await grant(request, null);
      response.status(204).end();
    },
  );

  router.post(
    '/documents/:id/invitations',
    limit('write'),
    signedIn,
    can('lead'),
    terms,
    async (request, response) => {
      const { document, role } = accessOf(request);
      const actor = identityOf(request);
      const { person } = actor;
      const wanted = terms.of(request);
      unless(
        mayGrant({
          actor: { person, role, owner: ownsWorkspace(actor) },
          person: null,
          from: null,
          to: wanted.role,
          toOwner: false,
        }),
      );
      const { id, token } = await invitations.create({
        document: document.id,
        role: wanted.role,
        by: person,
        expiresAt: accounts.now() + wanted.expiresInDays * DAY,
        maxUses: wanted.maxUses,
      });
      // Without a configured address, the name under which the inviting browser
      // reached us is the best guess; the guard has checked that it is ours.
      const base =
        config.publicUrl === undefined
          ? (request.headers.origin ?? accounts.publicUrl)
          : accounts.publicUrl;
      response.status(201).json({ id, url: `${base}/invite/${token}` });
    },
  );

  router.delete(
    '/documents/:id/invitations/:invitation',
    limit('write'),
    signedIn,
    can('lead'),
    async (request, response) => {
      const { document } = accessOf(request);
      await accounts.inTurn(async () => {
        const found = await invitations.find(document.id, String(request.params['invitation']));
        if (!found) throw new RefusedError(refuse('not-found', 'This invitation is over already.'));
        await invitations.revoke(found.id);
      });
      response.status(204).end();
    },
  );

  return router;
}
