/**
 * The set-up link: how the first account, the owner's, comes to be. A token is
 * printed anew at each start while nobody owns the workspace, is stored hashed,
 * and is used up by the transaction that writes the owner's row.
 */
import type { PersonId } from '../../domain/id.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Database } from '../storage/database.ts';
import { expecting } from '../storage/statement.ts';
import type { Auth } from './better-auth.ts';
import type { People } from './people.ts';
import { hashPassword, type NewAccount, prepareAccount } from './sign-up.ts';
import { hashToken, newToken } from './token.ts';

export interface Setup {
  owner(): Promise<PersonId | null>;
  /** A fresh token (older ones end), or null when there is an owner. */
  renewToken(): Promise<string | null>;
  check(token: string): Promise<Refusal | null>;
  /** Makes the owner's account. */
  complete(token: string, account: NewAccount): Promise<Refusal | null>;
}

const used = refuse(
  'not-found',
  'This set-up link was used or has been replaced. The server prints a new one at each start until there is an owner.',
);

export function createSetup(parts: {
  database: Database;
  auth: Auth;
  people: People;
  now: () => number;
}): Setup {
  const { database, auth, people, now } = parts;
  const { query } = database;
  // Once there is an owner there always is one: the row is never changed or deleted.
  let known: PersonId | null = null;

  async function owner(): Promise<PersonId | null> {
    if (known !== null) return known;
    const row = await query.selectFrom('workspace').select('owner').executeTakeFirst();
    known = row?.owner ?? null;
    return known;
  }

  async function check(token: string): Promise<Refusal | null> {
    if ((await owner()) !== null) return used;
    const row = await query
      .selectFrom('setup_tokens')
      .select('hash')
      .where('hash', '=', hashToken(token))
      .executeTakeFirst();
    return row ? null : used;
  }

  return {
    owner,
    check,

    async renewToken() {
      if ((await owner()) !== null) return null;
      const token = newToken();
      await database.transact([
        query.deleteFrom('setup_tokens'),
        query.insertInto('setup_tokens').values({ hash: hashToken(token), created_at: now() }),
      ]);
      return token;
    },

    async complete(token, account) {
      const refused = await check(token);
      if (refused) return refused;
      const passwordHash = await hashPassword(auth, account.password);
      const person = await people.reserve();
      // Whoever reads the server's log runs it, so the address they give is taken as theirs.
      const statements = await prepareAccount(
        { database, person, now: now() },
        { ...account, passwordHash },
        true,
      );
      if (isRefusal(statements)) return statements;
      try {
        await database.transact([
          ...statements,
          // There is room for one row: of two who use the link at once, the second fails whole.
          query.insertInto('workspace').values({ id: 1, owner: person, created_at: now() }),
          expecting(1, query.deleteFrom('setup_tokens').where('hash', '=', hashToken(token))),
        ]);
      } catch (error) {
        if ((await check(token)) !== null) return used;
        throw error;
      }
      return null;
    },
  };
}
