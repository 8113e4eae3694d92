/** Documents as lists show them: what each is, how far the work is, who is in it, and what happened last. */
import { sql } from 'kysely';
import type { PersonId } from '../../../domain/id.ts';
import { type Role, weaker } from '../../../domain/role.ts';
import type { Identity } from '../../accounts/identity.ts';
import { EntryKind } from '../../log/entry.ts';
import { decodePayload, type Note, PayloadError } from '../../log/payload.ts';
import type { Database } from '../../storage/database.ts';
import { readSummary } from '../../sync/summary.ts';
import { whatHappened } from './event.ts';

interface Listed {
  readonly identity: Identity;
  readonly state: 'active' | 'archived';
}

export async function listDocuments(database: Database, { identity, state }: Listed) {
  const { query } = database;
  const rows = await query
    .selectFrom('documents')
    .leftJoin('members', (join) =>
      join
        .onRef('members.document', '=', 'documents.id')
        .on('members.person', '=', identity.person),
    )
    .leftJoin('originals', 'originals.document', 'documents.id')
    .select([
      'documents.id',
      'documents.public_id',
      'documents.title',
      'documents.progress',
      'documents.created_at',
      'members.role',
      'originals.name as importedFrom',
    ])
    .select(lastSeq.as('lastSeq'))
    .where('documents.deleted_at', 'is', null)
    .where('documents.archived_at', state === 'archived' ? 'is not' : 'is', null)
    .$if(!identity.owner, (visible) => visible.where('members.role', 'is not', null))
    .execute();
  const [people, changes] = await Promise.all([
    membersOf(
      database,
      rows.map(({ id }) => id),
    ),
    lastChanges(database, rows),
  ]);
  return rows
    .map((row) => ({
      id: row.public_id,
      title: row.title,
      role: roleFor(identity, row.role),
      ...presentProgress(row.progress),
      people: people.get(row.id) ?? [],
      changed: changes.get(row.id) ?? { at: row.created_at, by: { id: 0, name: '' }, what: '' },
      importedFrom: row.importedFrom,
    }))
    .sort((a, b) => b.changed.at - a.changed.at);
}

function roleFor({ owner, cap }: Identity, member: Role | null): Role {
  const role = owner ? 'lead' : (member ?? 'viewer');
  return cap === null ? role : weaker(cap, role);
}

function presentProgress(stored: string | null) {
  const { claims, example, locked, ratings, stages } = readSummary(stored);
  const judging = stages.judging + stages.revealed + stages.disputed;
  return {
    claims,
    example,
    locked,
    progress: { total: claims, settled: ratings, judging, open: stages.open },
  };
}

/** What people did: neither Yjs' own tidying nor snapshots. By the primary key, so long logs cost nothing. */
const lastSeq = sql<number | null>`(
  select seq from log
  where log.document = documents.id and log.kind not in (${EntryKind.cleanup}, ${EntryKind.repair}, ${EntryKind.snapshot})
  order by seq desc limit 1
)`;

interface Person {
  readonly id: PersonId;
  readonly name: string;
}

async function membersOf(database: Database, documents: readonly number[]) {
  const found = new Map<number, (Person & { role: Role })[]>();
  if (documents.length === 0) return found;
  const rows = await database.query
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(['members.document', 'people.id', 'people.name', 'members.role'])
    .where('members.document', 'in', documents)
    .orderBy('members.joined_at')
    .execute();
  for (const { document, ...person } of rows)
    found.set(document, [...(found.get(document) ?? []), person]);
  return found;
}

async function lastChanges(
  database: Database,
  rows: readonly { readonly id: number; readonly lastSeq: number | null }[],
) {
  const found = new Map<number, { at: number; by: Person; what: string }>();
  const entries = await Promise.all(
    rows.flatMap(({ id, lastSeq: seq }) =>
      seq === null
        ? []
        : [
            database.query
              .selectFrom('log')
              .innerJoin('people', 'people.id', 'log.actor')
              .select(['log.document', 'log.at', 'log.kind', 'people.id', 'people.name'])
              // Only these say in their note what was done; a text may have megabytes.
              .select(
                sql<Uint8Array | null>`case when log.kind in (${EntryKind.command}, ${EntryKind.membership}, ${EntryKind.lifecycle}) then log.payload end`.as(
                  'payload',
                ),
              )
              .where('log.document', '=', id)
              .where('log.seq', '=', seq)
              .executeTakeFirst(),
          ],
    ),
  );
  for (const entry of entries) {
    if (!entry) continue;
    const { document, at, kind, id, name, payload } = entry;
    found.set(document, { at, by: { id, name }, what: whatHappened(kind, noteOf(payload)) });
  }
  return found;
}

/** One damaged log must not take the list of all documents with it: opening that document says what is wrong. */
function noteOf(payload: Uint8Array | null): Note | null {
  try {
    return payload && decodePayload(payload).note;
  } catch (error) {
    if (error instanceof PayloadError) return null;
    throw error;
  }
}
