/** Somebody's notifications, as far as they may see the documents that they are about now. */
import { type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { PersonId } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';

/** Who asks; the owner sees every document, member or not. */
export interface Reader {
  readonly person: PersonId;
  readonly owner: boolean;
}

export interface Page {
  /** Only those before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export async function listNotifications(
  { query }: Pick<Database, 'query'>,
  reader: Reader,
  { before, limit }: Page,
) {
  const rows = await query
    .selectFrom('notifications')
    .innerJoin('documents', 'documents.id', 'notifications.document')
    .innerJoin('people', 'people.id', 'notifications.actor')
    .select([
      'notifications.id',
      'notifications.at',
      'notifications.kind',
      'notifications.number',
      'notifications.thread',
      'notifications.count',
      'notifications.read_at',
      'people.id as actor_id',
      'people.name as actor_name',
      'documents.public_id',
      'documents.title',
    ])
    .where('notifications.person', '=', reader.person)
    .where((build) => visible(build, reader))
    .$if(before !== undefined, (all) => all.where('notifications.id', '<', before ?? 0))
    .orderBy('notifications.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    unread: await countUnread({ query }, reader),
    notifications: page.map((row) => ({
      id: row.id,
      at: row.at,
      kind: row.kind,
      count: row.count,
      number: row.number,
      thread: row.thread,
      actor: { id: row.actor_id, name: row.actor_name },
      document: { id: row.public_id, title: row.title },
      read: row.read_at !== null,
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

export async function countUnread(
  { query }: Pick<Database, 'query'>,
  reader: Reader,
): Promise<number> {
  const { unread } = await query
    .selectFrom('notifications')
    .innerJoin('documents', 'documents.id', 'notifications.document')
    .select((build) => build.fn.countAll<number>().as('unread'))
    .where('notifications.person', '=', reader.person)
    .where('notifications.read_at', 'is', null)
    .where((build) => visible(build, reader))
    .executeTakeFirstOrThrow();
  return Number(unread);
}

/** Which ones: those named, those of threads of a document, or all. */
export type Which =
  | { readonly ids: readonly number[] }
  | { readonly document: number; readonly threads: readonly string[] }
  | 'all';

/** Says whether any was unread. */
export async function markRead(
  { query }: Pick<Database, 'query'>,
  person: PersonId,
  which: Which,
  now: number,
): Promise<boolean> {
  const result = await query
    .updateTable('notifications')
    .set({ read_at: now, open_key: null })
    .where('person', '=', person)
    .where('read_at', 'is', null)
    .$if(which !== 'all', (update) =>
      which === 'all'
        ? update
        : 'ids' in which
          ? update.where('id', 'in', which.ids)
          : update.where('document', '=', which.document).where('thread', 'in', which.threads),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Whoever left a document, and whoever was taken out, hears no more of it; nor does anybody of a deleted one. */
function visible(
  build: ExpressionBuilder<
    Pick<Tables, 'notifications' | 'documents' | 'members'>,
    'notifications' | 'documents'
  >,
  { person, owner }: Reader,
): Expression<SqlBool> {
  const there = build('documents.deleted_at', 'is', null);
  if (owner) return there;
  return build.and([
    there,
    build.exists(
      build
        .selectFrom('members')
        .select('members.person')
        .whereRef('members.document', '=', 'notifications.document')
        .where('members.person', '=', person),
    ),
  ]);
}
