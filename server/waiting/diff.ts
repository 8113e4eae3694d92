/** What has to be written so that the rows of some claims are those that were derived, and whom it concerns. */
import type { PersonId } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';
import type { Statement } from '../storage/statement.ts';
import type { WaitingClaimsTable, WaitingTable } from './tables.ts';

export interface WaitingRows {
  readonly claims: WaitingClaimsTable[];
  readonly waiting: WaitingTable[];
}

/** Rows in one statement: SQLite binds at most 32,766 values. */
const ROWS_AT_ONCE = 500;

export async function diffRows(
  { query }: Database,
  document: number,
  claims: readonly string[],
  derived: WaitingRows,
): Promise<{ statements: Statement[]; people: Set<PersonId> }> {
  const statements: Statement[] = [];
  const people = new Set<PersonId>();
  if (claims.length === 0) return { statements, people };
  const [knownClaims, known] = await Promise.all([
    query
      .selectFrom('waiting_claims')
      .selectAll()
      .where('document', '=', document)
      .where('claim', 'in', claims)
      .execute(),
    query
      .selectFrom('waiting')
      .selectAll()
      .where('document', '=', document)
      .where('claim', 'in', claims)
      .execute(),
  ]);

  const there = new Map(known.map((row) => [keyOf(row), row]));
  const fresh = derived.waiting.filter((row) => !same(there.get(keyOf(row)), row));
  const wanted = new Set(derived.waiting.map(keyOf));
  const gone = known.filter((row) => !wanted.has(keyOf(row)));
  for (const { person } of [...fresh, ...gone]) people.add(person);

  const claimsThere = new Map(knownClaims.map((row) => [row.claim, row]));
  const freshClaims = derived.claims.filter((row) => !same(claimsThere.get(row.claim), row));
  // Words that changed concern everybody who has the claim in their queue.
  const reworded = new Set(freshClaims.map(({ claim }) => claim));
  for (const { claim, person } of derived.waiting) if (reworded.has(claim)) people.add(person);
  const wantedClaims = new Set(derived.claims.map(({ claim }) => claim));
  const goneClaims = knownClaims.filter(({ claim }) => !wantedClaims.has(claim));

  for (const { claim, person } of gone) {
    statements.push(
      query
        .deleteFrom('waiting')
        .where('document', '=', document)
        .where('claim', '=', claim)
        .where('person', '=', person),
    );
  }
  if (goneClaims.length > 0) {
    statements.push(
      query
        .deleteFrom('waiting_claims')
        .where('document', '=', document)
        .where(
          'claim',
          'in',
          goneClaims.map(({ claim }) => claim),
        ),
    );
  }
  for (const rows of chunks(freshClaims)) {
    statements.push(
      query
        .insertInto('waiting_claims')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['document', 'claim']).doUpdateSet((set) => ({
            number: set.ref('excluded.number'),
            priority: set.ref('excluded.priority'),
            words: set.ref('excluded.words'),
          })),
        ),
    );
  }
  for (const rows of chunks(fresh)) {
    statements.push(
      query
        .insertInto('waiting')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['document', 'claim', 'person']).doUpdateSet((set) => ({
            rank: set.ref('excluded.rank'),
            since: set.ref('excluded.since'),
            kinds: set.ref('excluded.kinds'),
            tasks: set.ref('excluded.tasks'),
          })),
        ),
    );
  }
  return { statements, people };
}

function keyOf({ claim, person }: Pick<WaitingTable, 'claim' | 'person'>): string {
  return `${claim}:${person}`;
}

function same<Row extends object>(known: Row | undefined, row: Row): boolean {
  if (!known) return false;
  return (Object.keys(row) as (keyof Row)[]).every((key) => known[key] === row[key]);
}

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}
