/** Whether somebody may create documents in this workspace: the owner's rule, with what is known of them. */
import { mayCreateDocuments } from '../../domain/policy/workspace.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { atLeast, type Role } from '../../domain/role.ts';
import type { Identity } from '../accounts/identity.ts';
import type { Api } from './api.ts';

export async function mayCreate(
  { config, database }: Pick<Api, 'config' | 'database'>,
  identity: Identity,
): Promise<Refusal | null> {
  // Who creates a document leads it: a token that may not lead creates none.
  if (identity.cap !== null && identity.cap !== 'lead') {
    return refuse(
      'not-allowed',
      'This access token may not create documents: its role is below lead.',
    );
  }
  const rows = await database.query
    .selectFrom('members')
    .select('role')
    .distinct()
    .where('person', '=', identity.person)
    .execute();
  const highest = rows.reduce<Role | null>(
    (best, { role }) => (best !== null && atLeast(best, role) ? best : role),
    null,
  );
  return mayCreateDocuments(config.createDocuments, { owner: identity.owner, highest });
}
