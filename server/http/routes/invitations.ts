/** The receiving end of an invitation link. Its secret has 256 bits: no limit is needed against guessing. */
import { type Request, Router } from 'express';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { atLeast } from '../../../domain/role.ts';
import { type Invitation, invitationOver } from '../../accounts/invitations.ts';
import { roleOfMember } from '../../accounts/identity.ts';
import { hashPassword, newAccount, prepareAccount } from '../../accounts/sign-up.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { type DocumentRow, documentByNumber } from '../document-row.ts';
import { identityOf } from '../guards.ts';
import { presentOffer } from '../present/invitation.ts';
import { signIn } from '../sign-in.ts';

const account = body(newAccount);

export function invitationRoutes({ accounts, database, guards, limit, rooms }: Api): Router {
  const router = Router();
  const { invitations } = accounts;

  async function offered(
    request: Request,
  ): Promise<{ invitation: Invitation; document: DocumentRow }> {
    const invitation = orRefuse(await invitations.byToken(String(request.params['token'])));
    const document = await documentByNumber(database, invitation.document);
    if (!document) throw new RefusedError(invitationOver);
    return { invitation, document };
  }

  router.get('/invitations/:token', limit('write'), async (request, response) => {
    const { invitation, document } = await offered(request);
    response.json(presentOffer(invitation, document));
  });

  router.post(
    '/invitations/:token/accept',
    limit('write'),
    guards.inPerson,
    async (request, response) => {
      const { person, name, owner } = identityOf(request);
      const document = await accounts.inTurn(async () => {
        const { invitation, document } = await offered(request);
        const held = owner ? 'lead' : await roleOfMember(database, person, document.id);
        // Who has that role already, or a stronger one, loses nothing and uses nothing up.
        if (held !== null && atLeast(held, invitation.role)) return document;
        await rooms.membership(document, {
          person,
          name,
          role: invitation.role,
          by: person,
          note: joined(invitation),
          statements: invitations.use(invitation, person),
        });
        return document;
      });
      response.json({ document: { id: document.public_id, title: document.title } });
    },
  );

  router.post('/invitations/:token/sign-up', limit('write'), account, async (request, response) => {
    const given = account.of(request);
    orRefuse(await invitations.byToken(String(request.params['token'])));
    const passwordHash = await hashPassword(accounts.auth, given.password);
    const document = await accounts.inTurn(async () => {
      const { invitation, document } = await offered(request);
      const person = await accounts.people.reserve();
      const prepared = await prepareAccount(
        { database, person, now: accounts.now() },
        { ...given, passwordHash },
        false,
      );
      const statements = orRefuse(prepared);
      await rooms.membership(document, {
        person,
        name: given.name,
        role: invitation.role,
        by: person,
        note: joined(invitation),
        statements: [...statements, ...invitations.use(invitation, person)],
      });
      return document;
    });
    await signIn(accounts, request, response, given);
    // Until the address is confirmed, a sign-in link to it would end the
    // password: whoever made the account need not be whose address it is.
    if (accounts.post.delivers) {
      await accounts.auth.api.sendVerificationEmail({
        body: { email: given.email, callbackURL: '/' },
      });
    }
    response.status(201).json({ document: { id: document.public_id, title: document.title } });
  });

  return router;
}

function joined({ id, role, createdBy }: Invitation) {
  return { what: 'joined', role, invitation: id, invitedBy: createdBy };
}

function orRefuse<T extends object>(value: T | Refusal): T {
  if (isRefusal(value)) throw new RefusedError(value);
  return value;
}
