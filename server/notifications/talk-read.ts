/** How far somebody has read the talk of a document: for each thread, and for all of it at once. */
import { sql } from 'kysely';
import { limits } from '../../domain/limits.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';

export interface TalkRead {
  /** Whatever was said until then counts as read. */
  readonly all: number;
  readonly threads: Readonly<Record<string, number>>;
}

export async function talkReadOf(
  { query }: Pick<Database, 'query'>,
  person: PersonId,
  document: number,
): Promise<TalkRead> {
  const rows = await query
    .selectFrom('talk_read')
    .select(['thread', 'upto'])
    .where('person', '=', person)
    .where('document', '=', document)
    .execute();
  const all = rows.find(({ thread }) => thread === '')?.upto;
  return {
    // What was said before somebody came is no news to them.
    all: all ?? (await joinedAt({ query }, person, document)),
    threads: Object.fromEntries(
      rows.filter(({ thread }) => thread !== '').map(({ thread, upto }) => [thread, upto]),
    ),
  };
}

/** Never goes back, whatever order requests come in. */
export async function readThreads(
  database: Pick<Database, 'query' | 'transact'>,
  person: PersonId,
  document: number,
  threads: Readonly<Record<string, number>>,
): Promise<void> {
  const { query } = database;
  await database.transact(
    Object.entries(threads).map(([thread, upto]) =>
      query
        .insertInto('talk_read')
        .columns(['person', 'document', 'thread', 'upto'])
        .expression((build) =>
          build
            .selectFrom('people')
            .select([
              'people.id',
              sql<number>`${document}`.as('document'),
              sql<string>`${thread}`.as('thread'),
              sql<number>`${upto}`.as('upto'),
            ])
            .where('people.id', '=', person)
            // As many as there can be threads: ids that never were fill no table.
            .where(
              ({ selectFrom }) =>
                selectFrom('talk_read')
                  .select((count) => count.fn.countAll<number>().as('rows'))
                  .where('talk_read.person', '=', person)
                  .where('talk_read.document', '=', document),
              '<',
              limits.threads,
            ),
        )
        .onConflict((conflict) =>
          conflict.columns(['person', 'document', 'thread']).doUpdateSet({
            upto: sql`case when excluded.upto > talk_read.upto then excluded.upto else talk_read.upto end`,
          }),
        )
        .compile(),
    ),
  );
}

export async function readAll(
  database: Pick<Database, 'query' | 'transact'>,
  person: PersonId,
  document: number,
  now: number,
): Promise<void> {
  const { query } = database;
  await database.transact([
    query
      .deleteFrom('talk_read')
      .where('person', '=', person)
      .where('document', '=', document)
      .compile(),
    query.insertInto('talk_read').values({ person, document, thread: '', upto: now }).compile(),
  ]);
}

async function joinedAt(
  { query }: Pick<Database, 'query'>,
  person: PersonId,
  document: number,
): Promise<number> {
  const member = await query
    .selectFrom('members')
    .select('joined_at')
    .where('person', '=', person)
    .where('document', '=', document)
    .executeTakeFirst();
  return member?.joined_at ?? 0;
}
