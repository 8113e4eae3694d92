/**
 * New accounts. The rows are written here and not by better-auth's own sign-up,
 * because the account, its person and the used-up token must stand or fall
 * together, and because a transaction may not wait for a password's hash.
 */
import * as z from 'zod/mini';
import type { PersonId } from '../../domain/id.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../storage/database.ts';
import { type Auth, PASSWORD_LENGTH } from './better-auth.ts';
import { newId } from './token.ts';

export const newAccount = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.line)),
  email: z.pipe(
    z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254)),
    z.email({ error: 'This is not an e-mail address.' }),
  ),
  password: z
    .string()
    .check(
      z.minLength(
        PASSWORD_LENGTH.least,
        `A password has at least ${PASSWORD_LENGTH.least} characters.`,
      ),
      z.maxLength(
        PASSWORD_LENGTH.most,
        `A password has at most ${PASSWORD_LENGTH.most} characters.`,
      ),
    ),
});
export type NewAccount = z.infer<typeof newAccount>;

/** Takes about a tenth of a second by design: done before any turn or transaction. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  return (await auth.$context).password.hash(password);
}

/** The statements that make an account and its person; `proven`: the address is known to be theirs. */
export async function prepareAccount(
  { database, person, now }: { database: Database; person: PersonId; now: number },
  account: Pick<NewAccount, 'name' | 'email'> & { readonly passwordHash: string },
  proven: boolean,
): Promise<readonly CompiledQuery[] | Refusal> {
  const { query } = database;
  const { name, email, passwordHash } = account;
  const taken = await query
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  if (taken) return emailTaken();
  const userId = newId();
  const at = new Date(now).toISOString();
  const stamps = { createdAt: at, updatedAt: at };
  return [
    query
      .insertInto('user')
      .values({ id: userId, name, email, emailVerified: proven ? 1 : 0, image: null, ...stamps })
      .compile(),
    query
      .insertInto('account')
      .values({
        id: newId(),
        accountId: userId,
        providerId: 'credential',
        userId,
        password: passwordHash,
        ...stamps,
      })
      .compile(),
    query.insertInto('people').values({ id: person, user_id: userId, name, former: 0 }).compile(),
  ];
}

function emailTaken(): Refusal {
  return refuse(
    'conflict',
    'There is an account with this e-mail address. Sign in with it, then open the link again.',
  );
}
