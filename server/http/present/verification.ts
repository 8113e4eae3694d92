/** What a verification found, for the page: names instead of numbers, as far as a damaged row gives them. */
import type { HeadKey } from '../../heads/head-key.ts';
import { EntryKind } from '../../log/entry.ts';
import type { RowSays, Verification } from '../../log/verification.ts';
import type { Database } from '../../storage/database.ts';

export interface VerifiedDocument {
  readonly database: Database;
  /** Made when it is first needed. */
  readonly key: () => HeadKey;
  /** Its id in addresses. */
  readonly id: string;
  readonly document: number;
}

/** The name of a kind as `EntryKind` has it; null for a number that means nothing here. */
function nameOfKind(kind: number): string | null {
  return Object.entries(EntryKind).find(([, number]) => number === kind)?.[0] ?? null;
}

/** Of a log that holds also the signed head, to be kept elsewhere. */
export async function presentVerification(
  { database, key, id, document }: VerifiedDocument,
  found: Verification,
  at: number,
) {
  if (found.ok) {
    const { entries: seq, lineage, head: hash } = found;
    return { ...found, at, signed: key().file([{ id, document, lineage, seq, at, hash }]) };
  }
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
