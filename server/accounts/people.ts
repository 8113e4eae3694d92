/**
 * People: the small integers under which everybody acts in documents and in the
 * log. They outlive accounts; an account has one.
 */
import { type PersonId, SYSTEM } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';

export interface People {
  /** Of an account that has signed up; null if there is no such. */
  ofUser(userId: string): Promise<PersonId | null>;
  /** Also of somebody whose account is gone. Empty for a number that nobody has. */
  nameOf(person: PersonId): Promise<string>;
  /** A number that nobody has had, so that a new person's row and their first deed fit into one transaction. */
  reserve(): Promise<PersonId>;
}

export function createPeople(database: Database): People {
  // Rows are never deleted, so an account keeps its number for good and the answer may be kept.
  const known = new Map<string, PersonId>();
  let last: Promise<number> | undefined;

  return {
    async ofUser(userId) {
      const kept = known.get(userId);
      if (kept !== undefined) return kept;
      const row = await database.query
        .selectFrom('people')
        .select('id')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      if (row) known.set(userId, row.id);
      return row?.id ?? null;
    },

    async nameOf(person) {
      const row = await database.query
        .selectFrom('people')
        .select('name')
        .where('id', '=', person)
        .executeTakeFirst();
      return row?.name ?? '';
    },

    reserve() {
      // One process writes, so counting in memory cannot give a number twice; a
      // number whose transaction fails stays unused.
      last = (last ?? highest(database)).then((number) => number + 1);
      return last;
    },
  };
}

async function highest(database: Database): Promise<number> {
  const row = await database.query
    .selectFrom('people')
    .select(({ fn }) => fn.max('id').as('highest'))
    .executeTakeFirst();
  return row?.highest ?? SYSTEM;
}
