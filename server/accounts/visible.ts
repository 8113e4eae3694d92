/** Which documents somebody may see, asked anew each time: what is kept across documents is read through this alone. */
import { type Role, weaker } from '../../domain/role.ts';
import type { Database } from '../storage/database.ts';
import type { Identity } from './identity.ts';

export interface VisibleDocument {
  readonly id: number;
  readonly publicId: string;
  readonly title: string;
  readonly archived: boolean;
  /** Effective: never above a token's cap. */
  readonly role: Role;
}

/** Never a deleted one. */
export async function visibleDocuments(
  { query }: Pick<Database, 'query'>,
  { person, owner, cap }: Pick<Identity, 'person' | 'owner' | 'cap'>,
  { archived }: { readonly archived: boolean },
): Promise<readonly VisibleDocument[]> {
  const rows = await query
    .selectFrom('documents')
    .leftJoin('members', (join) =>
      join.onRef('members.document', '=', 'documents.id').on('members.person', '=', person),
    )
    .select(['documents.id', 'documents.public_id', 'documents.title', 'documents.archived_at'])
    .select('members.role')
    .where('documents.deleted_at', 'is', null)
    .$if(!archived, (active) => active.where('documents.archived_at', 'is', null))
    .$if(!owner, (mine) => mine.where('members.role', 'is not', null))
    .execute();
  return rows.map((row) => {
    const role = owner ? 'lead' : (row.role ?? 'viewer');
    return {
      id: row.id,
      publicId: row.public_id,
      title: row.title,
      archived: row.archived_at !== null,
      role: cap === null ? role : weaker(cap, role),
    };
  });
}
