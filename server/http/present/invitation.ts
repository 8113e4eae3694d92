import type { Invitation } from '../../accounts/invitations.ts';
import type { DocumentRow } from '../document-row.ts';

/** For the leads of its document; the secret is not known any more. */
export function presentInvitation({ id, role, expiresAt, uses, maxUses, createdBy }: Invitation) {
  return { id, role, expiresAt, uses, maxUses, createdBy };
}

/** For whoever holds the link: what it is for, and no more. */
export function presentOffer({ role, expiresAt }: Invitation, document: DocumentRow) {
  return { document: { title: document.title }, role, expiresAt };
}
