/** Who ever acted in a document, or is named in it by an import: for the names beside what they did. */
import type { PersonId } from '../../domain/id.ts';
import type { Person } from '../../domain/record/state.ts';
import type { Database } from '../storage/database.ts';
import type { DocumentRow } from './document-row.ts';

export async function peopleOf(
  database: Database,
  document: number,
): Promise<Map<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  const acted = await database.query
    .selectFrom('log')
    .innerJoin('people', 'people.id', 'log.actor')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('log.document', '=', document)
    .execute();
  const named = await database.query
    .selectFrom('named_people')
    .innerJoin('people', 'people.id', 'named_people.person')
    .select(['people.id', 'people.name'])
    .where('named_people.document', '=', document)
    .execute();
  for (const { id, name } of [...acted, ...named]) people.set(id, { id, name, role: null });
  const members = await database.query
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(['people.id', 'people.name', 'members.role'])
    .where('members.document', '=', document)
    .execute();
  for (const { id, name, role } of members) people.set(id, { id, name, role });
  const owner = await ownerOf(database);
  // Lead everywhere, member or not: can be asked to judge, and what they gave stands.
  if (owner) people.set(owner.id, { ...owner, role: 'lead' });
  return people;
}

/** The documents that somebody is in, in the sense of `peopleOf`. */
export async function documentsWith(
  database: Database,
  person: PersonId,
): Promise<readonly DocumentRow[]> {
  const { query } = database;
  const all = query
    .selectFrom('documents')
    .select(['id', 'public_id', 'lineage'])
    .where('deleted_at', 'is', null);
  const owner = await ownerOf(database);
  const rows = await (owner?.id === person
    ? all
    : all.where((where) =>
        where.or([
          where('id', 'in', query.selectFrom('log').select('document').where('actor', '=', person)),
          where(
            'id',
            'in',
            query.selectFrom('members').select('document').where('person', '=', person),
          ),
        ]),
      )
  ).execute();
  return rows.map(({ id, public_id: publicId, lineage }) => ({ id, publicId, lineage }));
}

/** The workspace's owner; null before there is one. */
export async function ownerOf(
  database: Database,
): Promise<{ readonly id: PersonId; readonly name: string } | null> {
  const row = await database.query
    .selectFrom('workspace')
    .innerJoin('people', 'people.id', 'workspace.owner')
    .select(['people.id', 'people.name'])
    .executeTakeFirst();
  return row ?? null;
}
