/** Who sends a request, and what they are in a document: one answer for HTTP and for the websocket. */
import type { IncomingMessage } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { PersonId } from '../../domain/id.ts';
import { type Role, weaker } from '../../domain/role.ts';
import type { Database } from '../storage/database.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Auth } from './better-auth.ts';
import { fromOurPages } from './origin.ts';
import type { People } from './people.ts';
import type { Setup } from './setup.ts';

export interface Identity {
  readonly person: PersonId;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Owns the workspace. */
  readonly owner: boolean;
  /** What a personal access token allows at most; null for somebody who signed in. */
  readonly cap: Role | null;
}

export interface Identities {
  /**
   * Null: signed out, or the credentials do not hold. A cookie counts for a
   * websocket, and for a request that may change something, only from our own pages.
   */
  authenticate(request: IncomingMessage): Promise<Identity | null>;
  /** Null: no member. Never above the token's cap. */
  roleIn(
    identity: Pick<Identity, 'person' | 'owner' | 'cap'>,
    document: number,
  ): Promise<Role | null>;
}

export function createIdentities(parts: {
  database: Database;
  auth: Auth;
  people: People;
  setup: Setup;
  tokens: AccessTokens;
  publicUrl: string | undefined;
}): Identities {
  const { database, auth, people, setup, tokens, publicUrl } = parts;

  return {
    async authenticate(request) {
      const token = tokenOf(request);
      // A token that does not hold is not made up for by a cookie beside it.
      if (token !== null) {
        const bearer = await tokens.bearer(token);
        return bearer && { ...bearer, owner: (await setup.owner()) === bearer.person };
      }
      if (!request.headers.cookie || (mayChange(request) && !fromOurPages(request, publicUrl)))
        return null;
      const session = await auth.api.getSession({
        headers: fromNodeHeaders({ cookie: request.headers.cookie }),
        query: { disableRefresh: true },
      });
      if (!session) return null;
      const person = await people.ofUser(session.user.id);
      if (person === null) return null;
      return {
        person,
        userId: session.user.id,
        name: session.user.name,
        email: session.user.email,
        owner: (await setup.owner()) === person,
        cap: null,
      };
    },

    async roleIn({ person, owner, cap }, document) {
      const role = owner ? 'lead' : await roleOfMember(database, person, document);
      return role === null || cap === null ? role : weaker(cap, role);
    },
  };
}

export async function roleOfMember(
  database: Database,
  person: PersonId,
  document: number,
): Promise<Role | null> {
  const row = await database.query
    .selectFrom('members')
    .select('role')
    .where('document', '=', document)
    .where('person', '=', person)
    .executeTakeFirst();
  return row?.role ?? null;
}

const isUpgrade = (request: IncomingMessage) =>
  request.headers.upgrade?.toLowerCase() === 'websocket';

function mayChange(request: IncomingMessage): boolean {
  return isUpgrade(request) || !['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? '');
}

/** In the address only at an upgrade, where a browser can set no header: addresses end up in logs and histories. */
function tokenOf(request: IncomingMessage): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  if (request.headers.authorization !== undefined) return '';
  if (!isUpgrade(request)) return null;
  const query = request.url?.split('?', 2)[1];
  return query === undefined ? null : new URLSearchParams(query).get('token');
}
