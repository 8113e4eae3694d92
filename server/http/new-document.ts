/** Makes documents: blank ones, and those that come out of a file. */
import type { PersonId } from '../../domain/id.ts';
import type { ImportOrder } from '../../domain/import/preview.ts';
import { blankSettings, type Settings } from '../../domain/record/settings.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { textSchema } from '../../domain/text/schema.ts';
import type { People } from '../accounts/people.ts';
import { newId } from '../accounts/token.ts';
import { rowsFor, sha256Of } from '../files/stored-files.ts';
import { knownSources } from '../sources/known-sources.ts';
import type { Original } from '../importers/importer.ts';
import { makeDocument } from '../importers/make-document.ts';
import { readApart } from '../importers/read-apart.ts';
import { documentOf } from '../importers/sections.ts';
import { textFormats } from '../importers/text-formats.ts';
import { originalOf, type ReadWhole } from '../importers/whole-file.ts';
import { RefusedError } from '../refused-error.ts';
import type { Database } from '../storage/database.ts';
import { expecting, type Statement } from '../storage/statement.ts';
import type { DocumentRow } from '../sync/document-row.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Draft } from './import-drafts.ts';
import type { What } from './present/event.ts';
import type { ReceivedFile } from './receive-file.ts';

interface Parts {
  readonly database: Database;
  readonly rooms: Pick<Rooms, 'create'>;
  readonly people: Pick<People, 'reserve'>;
  readonly now: () => number;
}

/** Who makes it. They become its lead, unless they are that everywhere: the owner, or the system. */
interface Maker {
  readonly person: PersonId;
  readonly owner: boolean;
}

export async function createBlank(parts: Parts, by: Maker, title: string): Promise<DocumentRow> {
  const settings = blankSettings(title);
  const text = documentOf([textSchema.node('paragraph')]);
  const made = orRefuse(makeDocument({ text, settings, puts: [] }));
  return parts.rooms.create({
    publicId: newId(),
    title,
    by: by.person,
    note: {},
    content: made,
    statements: (document) =>
      rowsBeside(parts, by, document, { progress: made.progress, original: null }),
  });
}

const never = new AbortController().signal;

/**
 * Imported text is locked: a lead unlocks it to correct it. Rejects with a
 * `RefusedError` what cannot be read, and once the signal says that nobody waits any more.
 */
export async function createFromFile(
  parts: Parts,
  by: Maker,
  { name, bytes }: ReceivedFile,
  /** What is known of it beside the file; what the file says goes before. */
  known: Partial<Settings> = {},
  signal = never,
): Promise<DocumentRow> {
  const lock = { locked: true, at: parts.now(), by: by.person };
  const read = orRefuse(
    await readApart({ task: 'whole', name, bytes, known, lock }, signal, {
      reserve: (count) => Promise.all(Array.from({ length: count }, () => parts.people.reserve())),
    }),
  );
  signal.throwIfAborted();
  const what: What = 'imported';
  const { original, progress, whole } = read;
  return parts.rooms.create({
    publicId: newId(),
    title: read.title,
    by: by.person,
    note: { what, file: name, ...(whole.length > 0 && { records: whole }) },
    content: read,
    statements: (document) => [
      ...rowsBeside(parts, by, document, { progress, original }),
      ...rowsOfBundle(parts.database.query, document, read),
    ],
  });
}

/** What somebody has looked at in a preview, made as they asked. Rejects where it cannot be, or once the signal says that nobody waits any more. */
export async function createFromDraft(
  parts: Parts,
  by: Maker,
  { draft, order, signal }: { draft: Draft; order: ImportOrder; signal: AbortSignal },
): Promise<DocumentRow> {
  const { name, bytes } = draft;
  const mediaType =
    textFormats.find(({ id }) => id === order.format)?.mediaType ?? 'application/octet-stream';
  const original = { name, mediaType, bytes };
  const settings: Settings = {
    ...blankSettings(order.settings.title),
    ...order.settings,
    original: originalOf(original),
    lock: { locked: true, at: parts.now(), by: by.person },
  };
  const made = orRefuse(await readApart({ task: 'make', name, bytes, order, settings }, signal));
  signal.throwIfAborted();
  const what: What = 'imported';
  const drafted = parts.database.query.selectFrom('import_drafts').where('id', '=', draft.id);
  try {
    return await parts.rooms.create({
      // Whoever did not hear the answer finds the document by what they asked it of.
      publicId: draft.id,
      title: settings.title,
      by: by.person,
      note: { what, file: name },
      content: made,
      statements: (document) => [
        // Whoever asks twice at once gets one document.
        expecting(1, parts.database.query.deleteFrom('import_drafts').where('id', '=', draft.id)),
        ...rowsBeside(parts, by, document, { progress: made.progress, original }),
      ],
    });
  } catch (error) {
    if (await drafted.select('id').executeTakeFirst()) throw error;
    throw new RefusedError(refuse('conflict', 'A document was made of this import already.'));
  }
}

function rowsOfBundle(
  query: Database['query'],
  document: number,
  { people, files, sources }: ReadWhole,
): Statement[] {
  return [
    ...people.flatMap(({ id, name }) => [
      query.insertInto('people').values({ id, user_id: null, name, former: 1 }),
      query.insertInto('named_people').values({ document, person: id }),
    ]),
    ...files.flatMap((file) => rowsFor(query, document, file)),
    ...knownSources(query, document, sources),
  ];
}

/** Rows of every new document: how far it is, its original, who leads it. */
function rowsBeside(
  { database: { query }, now }: Parts,
  by: Maker,
  document: number,
  { progress, original }: { readonly progress: string | null; readonly original: Original | null },
): Statement[] {
  const statements: Statement[] = [
    query.updateTable('documents').set({ progress }).where('id', '=', document),
  ];
  if (original) {
    const { name, mediaType: media_type, bytes } = original;
    statements.push(
      query
        .insertInto('originals')
        .values({ document, name, media_type, sha256: sha256Of(bytes), bytes }),
    );
  }
  if (!by.owner) {
    const lead = { document, person: by.person, role: 'lead', joined_at: now() } as const;
    statements.push(query.insertInto('members').values(lead));
  }
  return statements;
}

function orRefuse<T extends object>(value: T | Refusal): T {
  if (isRefusal(value)) throw new RefusedError(value);
  return value;
}
