/** Up to which entry of a document's log its derived rows are true, and for which documents they are not. */
import { sql } from 'kysely';
import { EntryKind } from '../log/entry.ts';
import type { Database } from '../storage/database.ts';
import type { Statement } from '../storage/statement.ts';
import { ownerOf } from '../sync/people.ts';
import { derivedKinds, type DerivedName } from './derived.ts';

/** Writes the stamp; part of the transaction that writes the last rows. */
export function stampStatement(
  { query }: Pick<Database, 'query'>,
  document: number,
  name: DerivedName,
  at: { readonly seq: number; readonly owner: number | null },
): Statement {
  return query
    .insertInto('derived')
    .values({ document, name, version: versionOf(name), ...at })
    .onConflict((conflict) =>
      conflict.columns(['document', 'name']).doUpdateSet((set) => ({
        version: set.ref('excluded.version'),
        seq: set.ref('excluded.seq'),
        owner: set.ref('excluded.owner'),
      })),
    );
}

/** Notes that the rows of a document are behind, whatever they were derived from. */
export function outdated(
  { query }: Pick<Database, 'query'>,
  document: number,
  name: DerivedName,
): Statement {
  return query
    .updateTable('derived')
    .set({ version: 0 })
    .where('document', '=', document)
    .where('name', '=', name);
}

/** Whether the rows of a document are those of its record as the log has it now. */
export async function isUpToDate(
  database: Database,
  document: number,
  name: DerivedName,
): Promise<boolean> {
  const owner = (await ownerOf(database))?.id ?? null;
  const row = await database.query
    .selectFrom('derived')
    .select(['version', 'seq', 'owner'])
    .select(lastChange(sql.ref('derived.document')).as('last'))
    .where('document', '=', document)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!row) return false;
  return row.version === versionOf(name) && row.owner === owner && row.seq >= (row.last ?? 0);
}

/** Documents with rows that are behind: after a crash, a new version, or before there was an owner. */
export async function behind(
  database: Database,
): Promise<
  readonly { readonly id: number; readonly publicId: string; readonly lineage: string }[]
> {
  const owner = (await ownerOf(database))?.id ?? null;
  const found = new Map<number, { id: number; publicId: string; lineage: string }>();
  for (const { name, version } of derivedKinds) {
    const rows = await database.query
      .selectFrom('documents')
      .leftJoin('derived', (join) =>
        join.onRef('derived.document', '=', 'documents.id').on('derived.name', '=', name),
      )
      .select(['documents.id', 'documents.public_id', 'documents.lineage'])
      .select(['derived.version', 'derived.seq', 'derived.owner'])
      .select(lastChange(sql.ref('documents.id')).as('last'))
      .where('documents.deleted_at', 'is', null)
      .execute();
    for (const row of rows) {
      const current =
        row.version === version && row.owner === owner && (row.seq ?? 0) >= (row.last ?? 0);
      if (!current)
        found.set(row.id, { id: row.id, publicId: row.public_id, lineage: row.lineage });
    }
  }
  return [...found.values()];
}

/** Deleted documents of which something is still kept: the server ended in between. */
export function deletedButKept({
  query,
}: Pick<Database, 'query'>): Promise<readonly { readonly id: number }[]> {
  return query
    .selectFrom('documents')
    .innerJoin('derived', 'derived.document', 'documents.id')
    .select('documents.id')
    .distinct()
    .where('documents.deleted_at', 'is not', null)
    .execute();
}

/** The last entry after which something may be derived otherwise. By the primary key, so long logs cost nothing. */
function lastChange(document: ReturnType<typeof sql.ref>) {
  return sql<number | null>`(
    select seq from log
    where log.document = ${document} and log.kind not in (${EntryKind.snapshot}, ${EntryKind.export}, ${EntryKind.invitation}, ${EntryKind.lifecycle})
    order by seq desc limit 1
  )`;
}

function versionOf(name: DerivedName): number {
  return derivedKinds.find((kind) => kind.name === name)?.version ?? 0;
}
