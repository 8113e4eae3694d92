/** Comments can be searched: who said them, when, and in which thread stands beside their words. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('search_units').addColumn('thread', 'text').execute();
  await db.schema.alterTable('search_units').addColumn('said_by', 'integer').execute();
  await db.schema.alterTable('search_units').addColumn('said_at', 'integer').execute();
}
