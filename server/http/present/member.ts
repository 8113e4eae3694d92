import type { PersonId } from '../../../domain/id.ts';
import type { Role } from '../../../domain/role.ts';
import type { Database } from '../../storage/database.ts';

export interface PresentedMember {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly role: Role;
  /** Milliseconds since the epoch. */
  readonly joinedAt: number;
}

/** The members of one document as the API shows them: the owner first, who is lead everywhere without a row. */
export async function listMembers(
  database: Database,
  document: number,
  owner: PersonId | null,
): Promise<readonly PresentedMember[]> {
  const { query } = database;
  const [members, owners] = await Promise.all([
    query
      .selectFrom('members')
      .innerJoin('people', 'people.id', 'members.person')
      .select(['people.id', 'people.name', 'members.role', 'members.joined_at'])
      .where('members.document', '=', document)
      .orderBy('members.joined_at')
      .orderBy('people.id')
      .execute(),
    query
      .selectFrom('workspace')
      .innerJoin('people', 'people.id', 'workspace.owner')
      .select(['people.id', 'people.name', 'workspace.created_at as joined_at'])
      .execute(),
  ]);
  return [
    ...owners.map((row) => ({ ...row, role: 'lead' as const })),
    ...members.filter((row) => row.id !== owner),
  ].map(({ id, name, role, joined_at }) => ({ person: { id, name }, role, joinedAt: joined_at }));
}
