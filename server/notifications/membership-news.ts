/** Who hears that somebody's membership changed: they themselves, and whoever invited them. */
import type { PersonId } from '../../domain/id.ts';
import type { Role } from '../../domain/role.ts';
import type { News } from '../../domain/talk/news.ts';
import type { Note } from '../log/payload.ts';

export interface MembershipChange {
  readonly person: PersonId;
  readonly by: PersonId;
  /** Null: no member any more, who hears nothing of this document. */
  readonly role: Role | null;
  readonly note: Note;
}

export function membershipNews({ person, by, role, note }: MembershipChange): News[] {
  const { invitedBy } = note;
  const told = new Set<PersonId>();
  if (role !== null) told.add(person);
  if (typeof invitedBy === 'number') told.add(invitedBy);
  told.delete(by);
  return [...told].map((to) => ({ to, kind: 'membership', claim: null, thread: null }));
}
