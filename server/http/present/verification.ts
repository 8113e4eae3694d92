/** What a verification found, for the page: names instead of numbers, as far as a damaged row gives them. */
import { EntryKind } from '../../log/entry.ts';
import type { RowSays, Verification } from '../../log/verification.ts';
import type { Database } from '../../storage/database.ts';

/** The name of a kind as `EntryKind` has it; null for a number that means nothing here. */
function nameOfKind(kind: number): string | null {
  return Object.entries(EntryKind).find(([, number]) => number === kind)?.[0] ?? null;
}

export async function presentVerification(database: Database, found: Verification, at: number) {
  if (found.ok) return { ...found, at };
  const { entry } = found;
  return { ...found, at, entry: entry && (await presentRow(database, entry)) };
}

async function presentRow(database: Database, { at, actor, kind }: RowSays) {
  const person = await database.query
    .selectFrom('people')
    .select('name')
    .where('id', '=', actor)
    .executeTakeFirst();
  // A damaged time may lie outside of what a date can be.
  const time = Number.isNaN(new Date(at).getTime()) ? null : at;
  return { at: time, actor: person?.name ?? null, kind: nameOfKind(kind) };
}
