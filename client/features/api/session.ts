/** Who is signed in, and every way in and out. The `/auth` paths are better-auth's. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { personId } from '../../../domain/id.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { ApiProblem, nothing, request } from './request.ts';

const me = z.object({
  person: z.object({ id: personId, name: z.string(), email: z.string() }),
  owner: z.boolean(),
  mayCreate: z.boolean(),
  /** The largest archived copy that may be uploaded. */
  uploadMegabytes: z._default(z.number(), 20),
  /** Whether this server fetches a page at the press of a button. */
  fetchesPages: z._default(z.boolean(), false),
});
export type Me = z.output<typeof me>;

/** `null`: nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await request(me, 'GET', '/me');
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export async function signIn(email: string, password: string): Promise<void> {
  await inOtherWords(
    request(nothing, 'POST', '/auth/sign-in/email', { email, password }),
    'signed-out',
    'E-mail and password do not belong together. Try again, or have a sign-in link sent.',
  );
}

/** better-auth's refusals are in its own words: where only one thing can have happened, ours are plainer. */
async function inOtherWords(
  call: Promise<unknown>,
  code: RefusalCode,
  reason: string,
): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === code) {
      throw new ApiProblem(error.status, 'bad-request', reason);
    }
    throw error;
  }
}

/** The answer is the same whether the address has an account or not. `next` is a path of ours. */
export async function sendSignInLink(email: string, next: string): Promise<void> {
  await request(nothing, 'POST', '/auth/sign-in/magic-link', {
    email,
    callbackURL: next,
    errorCallbackURL: '/sign-in',
  });
}

export async function signOut(): Promise<void> {
  await request(nothing, 'POST', '/auth/sign-out', {});
}

/** The answer is the same whether the address has an account or not. */
export async function requestPasswordReset(email: string): Promise<void> {
  await request(nothing, 'POST', '/auth/request-password-reset', { email, redirectTo: '/reset' });
}

/** `newPassword` is long enough already: `bad-request` means that the link is not valid any more. */
export async function resetPassword(token: string, newPassword: string): Promise<void> {
  await inOtherWords(
    request(nothing, 'POST', '/auth/reset-password', { token, newPassword }),
    'bad-request',
    'That link was not valid any more: each works once, for an hour. Have a new one sent.',
  );
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await inOtherWords(
    request(nothing, 'POST', '/auth/change-password', {
      currentPassword,
      newPassword,
      revokeOtherSessions: true,
    }),
    'bad-request',
    'The current password is another one.',
  );
}

export async function changeName(name: string): Promise<void> {
  await request(nothing, 'POST', '/auth/update-user', { name });
}

const session = z.object({
  id: z.string(),
  token: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  ipAddress: z.optional(z.nullable(z.string())),
  userAgent: z.optional(z.nullable(z.string())),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => {
    const [all, current] = await Promise.all([
      request(z.array(session), 'GET', '/auth/list-sessions'),
      request(
        z.nullable(z.object({ session: z.object({ id: z.string() }) })),
        'GET',
        '/auth/get-session',
      ),
    ]);
    return all.map((one) => ({ ...one, current: one.id === current?.session.id }));
  },
});

export async function endSession(token: string): Promise<void> {
  await request(nothing, 'POST', '/auth/revoke-session', { token });
}

export async function endOtherSessions(): Promise<void> {
  await request(nothing, 'POST', '/auth/revoke-other-sessions', {});
}
