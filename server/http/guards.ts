/** The checks that routes list before their handler: who asks, and what they are in the document. */
import type { Request, RequestHandler } from 'express';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { atLeast, type Role } from '../../domain/role.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Identity } from '../accounts/identity.ts';
import { fromOurPages } from '../accounts/origin.ts';
import { RefusedError } from '../refused-error.ts';
import type { Database } from '../storage/database.ts';
import { type DocumentRow, findDocument } from './document-row.ts';

export interface Access {
  readonly document: DocumentRow;
  /** Effective: never above a token's cap. */
  readonly role: Role;
}

export interface Guards {
  /** By session or by token. */
  readonly signedIn: RequestHandler;
  /** By session alone: what concerns the account itself is not a token's to do. */
  readonly inPerson: RequestHandler;
  /** At least `role` in the document that `:id` names. */
  can(role: Role): RequestHandler;
  /** As `can('lead')`, for a document that is deleted. */
  readonly canRestore: RequestHandler;
}

const identities = new WeakMap<Request, Identity>();
const accesses = new WeakMap<Request, Access>();

/** Of a request that has passed `signedIn`. */
export function identityOf(request: Request): Identity {
  const identity = identities.get(request);
  if (!identity) throw new RangeError('This route has no guard: signedIn');
  return identity;
}

/** What is the owner's alone is done in person: an access token is capped at a role of a document. */
export function ownsWorkspace({ owner, cap }: Identity): boolean {
  return owner && cap === null;
}

/** Of a request that has passed `can`. */
export function accessOf(request: Request): Access {
  const access = accesses.get(request);
  if (!access) throw new RangeError('This route has no guard: can');
  return access;
}

/** Ends the request with what was refused, if anything was. */
export function unless(refusal: Refusal | null): void {
  if (refusal) throw new RefusedError(refusal);
}

export function createGuards(parts: {
  accounts: Accounts;
  database: Database;
  publicUrl: string | undefined;
}): Guards {
  const { accounts, database, publicUrl } = parts;

  async function identify(request: Request): Promise<Identity> {
    const identity = await accounts.authenticate(request);
    if (!identity) throw new RefusedError(whySignedOut(request, publicUrl));
    identities.set(request, identity);
    return identity;
  }

  async function access(request: Request, needed: Role, deleted: boolean): Promise<void> {
    const id = request.params['id'];
    const document = typeof id === 'string' ? await findDocument(database, id) : null;
    if (!document || (document.deleted_at !== null) !== deleted) {
      throw new RefusedError(refuse('not-found', 'There is no such document, or it was deleted.'));
    }
    const role = await accounts.roleIn(identityOf(request), document.id);
    if (role === null || !atLeast(role, needed)) throw new RefusedError(tooLittle(role, needed));
    accesses.set(request, { document, role });
  }

  return {
    signedIn: async (request, _response, next) => {
      await identify(request);
      next();
    },
    inPerson: async (request, _response, next) => {
      const { cap } = await identify(request);
      unless(
        cap === null
          ? null
          : refuse('forbidden', 'An access token cannot do this. Sign in in a browser.'),
      );
      next();
    },
    can: (role) => async (request, _response, next) => {
      await access(request, role, false);
      next();
    },
    canRestore: async (request, _response, next) => {
      await access(request, 'lead', true);
      next();
    },
  };
}

function whySignedOut(request: Request, publicUrl: string | undefined): Refusal {
  const withCookie =
    request.headers.cookie !== undefined && request.headers.authorization === undefined;
  const changes = !['GET', 'HEAD'].includes(request.method);
  if (withCookie && changes && !fromOurPages(request, publicUrl)) {
    return refuse(
      'forbidden',
      publicUrl === undefined
        ? 'This request did not come from a page of this server.'
        : `This server is reached at ${publicUrl}. Open it there, and try again.`,
    );
  }
  return refuse('signed-out', 'You are signed out. Sign in and try again.');
}

function tooLittle(role: Role | null, needed: Role): Refusal {
  return role === null
    ? refuse('forbidden', 'You are not a member of this document. Ask a lead for an invitation.')
    : refuse('not-allowed', `This takes the role of ${needed} in this document; yours is ${role}.`);
}
