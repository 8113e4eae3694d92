/**
 * Who may do what beside and above a single document: create and delete
 * documents, give and take roles. Null means yes.
 */
import type { PersonId } from '../id.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { atLeast, type Role } from '../role.ts';
import { mayManageMembers } from './document.ts';

/** Who may create documents besides the owner; the owner's choice. */
export type CreateRule = 'owner' | 'members' | 'everyone';

/** `highest`: the strongest role that they have in any document. */
export function mayCreateDocuments(
  rule: CreateRule,
  who: { readonly owner: boolean; readonly highest: Role | null },
): Refusal | null {
  if (who.owner || rule === 'everyone') return null;
  if (rule === 'members' && who.highest !== null && atLeast(who.highest, 'analyst')) return null;
  return refuse(
    'not-allowed',
    rule === 'owner'
      ? 'Only the owner of this workspace creates documents. Ask them for one.'
      : 'You can create documents once you are at least an analyst in one.',
  );
}

export function mayDeleteDocuments(who: { readonly owner: boolean }): Refusal | null {
  if (who.owner) return null;
  return refuse(
    'not-allowed',
    'Only the owner of this workspace deletes documents. A lead can archive it.',
  );
}

export interface Grant {
  readonly actor: { readonly person: PersonId; readonly role: Role; readonly owner: boolean };
  /** Null while nobody is meant by name: an invitation. */
  readonly person: PersonId | null;
  /** Null: no member. */
  readonly from: Role | null;
  readonly to: Role | null;
  readonly toOwner: boolean;
}

/** A lead gives every role but that of lead, which is the owner's to give and to take; anybody may leave. */
export function mayGrant({ actor, person, from, to, toOwner }: Grant): Refusal | null {
  if (toOwner) {
    return refuse('not-allowed', 'The owner of the workspace is lead of every document.');
  }
  if (person === actor.person && to === null) return null;
  const manages = mayManageMembers(actor.role);
  if (manages || actor.owner) return manages;
  if (from !== 'lead' && to !== 'lead') return null;
  return refuse(
    'not-allowed',
    'Only the owner of this workspace makes somebody a lead, or takes that away.',
  );
}
