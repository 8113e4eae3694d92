/** The other end of an invitation link. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { instant } from '../../../domain/id.ts';
import { role } from './person.ts';
import { request } from './request.ts';
import type { NewAccount } from './setup.ts';

const offer = z.object({ document: z.object({ title: z.string() }), role, expiresAt: instant });
const joined = z.object({ document: z.object({ id: z.string() }) });

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => request(offer, 'GET', path(token)),
    staleTime: 60_000,
  });
}

/** The id of the document that one has joined. */
export async function acceptInvitation(token: string): Promise<string> {
  return (await request(joined, 'POST', `${path(token)}/accept`)).document.id;
}

/** Makes an account, signs in and joins, all or nothing. */
export async function signUpAndJoin(token: string, account: NewAccount): Promise<string> {
  return (await request(joined, 'POST', `${path(token)}/sign-up`, account)).document.id;
}

function path(token: string): string {
  return `/invitations/${encodeURIComponent(token)}`;
}
