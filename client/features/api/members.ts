/** Who may do what in a document, and the links that let people in. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { instant, type PersonId, personId } from '../../../domain/id.ts';
import type { Role } from '../../../domain/role.ts';
import { path } from './documents.ts';
import { person, role } from './person.ts';
import { nothing, request } from './request.ts';

const member = z.object({ person, role, joinedAt: instant });
const invitation = z.object({
  id: z.string(),
  role,
  expiresAt: instant,
  uses: z.int(),
  /** `null`: as often as one likes until it expires. */
  maxUses: z.nullable(z.int()),
  createdBy: personId,
});
export type Member = z.output<typeof member>;
export type Invitation = z.output<typeof invitation>;

const membership = z.object({ members: z.array(member), invitations: z.array(invitation) });

export function membersQuery(document: string) {
  return queryOptions({
    queryKey: ['members', document],
    queryFn: () => request(membership, 'GET', `${path(document)}/members`),
  });
}

export async function changeRole(document: string, member: PersonId, newRole: Role): Promise<void> {
  await request(nothing, 'PATCH', `${path(document)}/members/${member}`, { role: newRole });
}

export async function removeMember(document: string, member: PersonId): Promise<void> {
  await request(nothing, 'DELETE', `${path(document)}/members/${member}`);
}

export interface InvitationTerms {
  role: Role;
  expiresInDays: number;
  maxUses: number | null;
}

/** `url` is told this once; only its hash is kept. */
export function invite(
  document: string,
  terms: InvitationTerms,
): Promise<{ id: string; url: string }> {
  return request(
    z.object({ id: z.string(), url: z.string() }),
    'POST',
    `${path(document)}/invitations`,
    terms,
  );
}

export async function revokeInvitation(document: string, id: string): Promise<void> {
  await request(nothing, 'DELETE', `${path(document)}/invitations/${encodeURIComponent(id)}`);
}
