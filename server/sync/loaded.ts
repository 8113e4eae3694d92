/** What a room has to know of what was loaded into it, and when what is beside it has followed. */
import { EntryKind } from '../log/entry.ts';
import type { LoadedDocument } from '../log/load.ts';
import type { Database } from '../storage/database.ts';
import type { Upkeep } from './upkeep.ts';

/** An upper bound of what the document takes. */
export function bytesOf({ state, updates }: Pick<LoadedDocument, 'state' | 'updates'>): number {
  return updates.reduce((sum, update) => sum + update.length, state?.length ?? 0);
}

/** When the last entry of a document was made: what comes next is never earlier, though the clock went back meanwhile. */
export async function lastInstant(database: Database, document: number): Promise<number> {
  const row = await database.query
    .selectFrom('log')
    .select('at')
    .where('document', '=', document)
    // A snapshot says when it was taken; nobody's deed is compared with that.
    .where('kind', '!=', EntryKind.snapshot)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? 0;
}

/** Whoever waits for the derived rows hears no failure: it was noted, and they are looked at again. */
export async function begun(upkeep: Upkeep | null): Promise<void> {
  await upkeep?.begin().catch(() => {});
}
