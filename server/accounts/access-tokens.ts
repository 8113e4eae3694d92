/** Personal access tokens: for the API, the command line and stock y-websocket clients. */
import type { PersonId } from '../../domain/id.ts';
import type { Role } from '../../domain/role.ts';
import type { Database } from '../storage/database.ts';
import { hashToken, newId, newToken } from './token.ts';

export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastUsedAt: number | null;
}

export interface Bearer {
  readonly person: PersonId;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly cap: Role;
}

export interface AccessTokens {
  /** Null when the token is unknown, expired or revoked. */
  bearer(token: string): Promise<Bearer | null>;
  list(person: PersonId): Promise<readonly AccessToken[]>;
  /** `token` is told here and never again. */
  create(
    person: PersonId,
    wanted: { name: string; role: Role; expiresAt: number },
  ): Promise<{ id: string; token: string }>;
  /** Whether there was one to revoke. */
  revoke(person: PersonId, id: string): Promise<boolean>;
}

/** "Last used" is told to the hour, so that reading does not write each time. */
const HOUR = 3_600_000;

export function createAccessTokens({
  database,
  now,
  onEnded,
}: {
  database: Database;
  now: () => number;
  /** A token was revoked. */
  onEnded: () => void;
}): AccessTokens {
  const { query } = database;
  const inForce = (person: PersonId) =>
    query
      .selectFrom('access_tokens')
      .select(['id', 'name', 'role', 'created_at', 'expires_at', 'last_used_at'])
      .where('person', '=', person)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now());

  return {
    async bearer(token) {
      const row = await query
        .selectFrom('access_tokens')
        .innerJoin('people', 'people.id', 'access_tokens.person')
        // A person whose account is gone stays in the log, but their tokens are nobody's.
        .innerJoin('user', 'user.id', 'people.user_id')
        .select([
          'access_tokens.id',
          'access_tokens.person',
          'access_tokens.role',
          'access_tokens.last_used_at',
          'user.id as userId',
          'user.name',
          'user.email',
        ])
        .where('access_tokens.hash', '=', hashToken(token))
        .where('access_tokens.revoked_at', 'is', null)
        .where('access_tokens.expires_at', '>', now())
        .executeTakeFirst();
      if (!row) return null;
      if ((row.last_used_at ?? 0) < now() - HOUR) {
        await query
          .updateTable('access_tokens')
          .set({ last_used_at: now() })
          .where('id', '=', row.id)
          .execute()
          // A full disk keeps nobody from reading; the next use tells it.
          .catch(() => {});
      }
      return {
        person: row.person,
        userId: row.userId,
        name: row.name,
        email: row.email,
        cap: row.role,
      };
    },

    async list(person) {
      const rows = await inForce(person).orderBy('created_at', 'desc').execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        role: row.role,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        lastUsedAt: row.last_used_at,
      }));
    },

    async create(person, { name, role, expiresAt }) {
      const id = newId();
      const token = newToken('attest_');
      await query
        .insertInto('access_tokens')
        .values({
          id,
          person,
          name,
          role,
          hash: hashToken(token),
          created_at: now(),
          expires_at: expiresAt,
        })
        .execute();
      return { id, token };
    },

    async revoke(person, id) {
      const row = await inForce(person).where('id', '=', id).executeTakeFirst();
      if (!row) return false;
      await query
        .updateTable('access_tokens')
        .set({ revoked_at: now() })
        .where('id', '=', id)
        .execute();
      onEnded();
      return true;
    },
  };
}
