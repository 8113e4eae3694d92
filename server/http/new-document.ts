/** Makes documents: blank ones, and those that come out of a file. */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { PersonId } from '../../domain/id.ts';
import type { ImportOrder } from '../../domain/import/preview.ts';
import { limits } from '../../domain/limits.ts';
import { cutToFit, writePut } from '../../domain/record/codec.ts';
import { blankSettings, type Settings } from '../../domain/record/settings.ts';
import type { Put } from '../../domain/record/state.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { textSchema } from '../../domain/text/schema.ts';
import type { People } from '../accounts/people.ts';
import { newId } from '../accounts/token.ts';
import { filesOf } from '../files/named-files.ts';
import { recogniseFile } from '../files/recognise.ts';
import { type FileToKeep, rowsFor } from '../files/stored-files.ts';
import { knownSources } from '../sources/known-sources.ts';
import { renumberPeople } from '../exporters/bundle-people.ts';
import type { Bundle } from '../exporters/bundle-schema.ts';
import { putsOf } from '../importers/bundle.ts';
import { importFile } from '../importers/import-file.ts';
import type { Original } from '../importers/importer.ts';
import { readApart } from '../importers/read-apart.ts';
import { documentOf } from '../importers/sections.ts';
import { textFormats } from '../importers/text-formats.ts';
import { writeText } from '../importers/write-text.ts';
import type { Note } from '../log/payload.ts';
import { RefusedError } from '../refused-error.ts';
import type { Database } from '../storage/database.ts';
import { expecting, type Statement } from '../storage/statement.ts';
import { LiveDocument } from '../sync/live-document.ts';
import type { DocumentRow } from '../sync/document-row.ts';
import type { Rooms } from '../sync/rooms.ts';
import { summarise } from '../sync/summary.ts';
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

export function createBlank(parts: Parts, by: Maker, title: string): Promise<DocumentRow> {
  const text = documentOf([textSchema.node('paragraph')]);
  return create(parts, by, {
    settings: blankSettings(title),
    original: null,
    write: (doc) => writeText(doc.getXmlFragment('text'), text),
    note: {},
    rows: () => [],
  });
}

/** Imported text is locked: a lead unlocks it to correct it. Rejects with a `RefusedError` what cannot be read. */
export async function createFromFile(
  parts: Parts,
  by: Maker,
  file: ReceivedFile,
  /** What is known of it beside the file; what the file says goes before. */
  known: Partial<Settings> = {},
): Promise<DocumentRow> {
  const { imported, original, title } = orRefuse(importFile(file.name, file.bytes));
  const lock = { locked: true, at: parts.now(), by: by.person };
  const what: What = 'imported';
  const named = imported.bundle && (await settlePeople(parts, imported.bundle));
  const puts = named ? putsOf(named.bundle) : [];
  const files = named ? await filesIn(named.bundle) : [];
  const settings = {
    ...blankSettings(title),
    ...known,
    ...imported.settings,
    ...(named ? named.bundle.settings : { lock }),
  };
  return create(parts, by, {
    // A file without a title says an empty one; lists have nothing to open a document by then.
    settings: { ...settings, title: settings.title || known.title || title },
    original,
    write(doc) {
      writeText(doc.getXmlFragment('text'), imported.text);
      for (const put of puts) if (put.root !== 'settings') writePut(doc, put);
    },
    note: { what, file: file.name, ...wholeWords(puts) },
    rows: (document) => [
      ...(named?.rows(document) ?? []),
      ...files.flatMap((file) => rowsFor(parts.database.query, document, file)),
      ...knownSources(parts.database.query, document, puts),
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
      content: { update: made.bytes, clientId: made.clientId },
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

/** The files of a bundle, recognised anew: what it says of their kind is believed no more than a name. */
async function filesIn({ files, sources }: Bundle): Promise<FileToKeep[]> {
  const names = new Map(filesOf(sources).map(({ sha256, name }) => [sha256, name]));
  return Promise.all(
    files.map(async ({ sha256, data }) => {
      const bytes = new Uint8Array(Buffer.from(data, 'base64'));
      const kind = await recogniseFile(bytes);
      if (!kind) {
        throw new RefusedError(
          refuse(
            'bad-request',
            'This Attest bundle cannot be imported: it holds a file of a kind that Attest does not keep.',
          ),
        );
      }
      return { sha256, name: names.get(sha256) ?? sha256, mediaType: kind.mediaType, bytes };
    }),
  );
}

/**
 * The people of a bundle become people of this workspace who have no account
 * and never had: whoever has the same name here is not thereby the same person.
 */
async function settlePeople({ database, people }: Parts, bundle: Bundle) {
  const numbers = new Map<PersonId, PersonId>();
  for (const { id } of bundle.people) numbers.set(id, await people.reserve());
  const numberOf = (person: PersonId): PersonId => {
    const number = numbers.get(person);
    // The importer has checked that everybody who is named is listed.
    if (number === undefined) throw new RangeError(`Person ${person} is not in the bundle`);
    return number;
  };
  const { query } = database;
  return {
    bundle: renumberPeople(bundle, numberOf),
    rows: (document: number): readonly Statement[] =>
      bundle.people.flatMap(({ id, name }) => {
        const person = numberOf(id);
        return [
          query.insertInto('people').values({ id: person, user_id: null, name, former: 1 }),
          query.insertInto('named_people').values({ document, person }),
        ];
      }),
  };
}

/** What is cut in the Y.Doc stands whole in the log's entry, where exports look for it. */
function wholeWords(puts: readonly Put[]): { readonly records?: readonly unknown[] } {
  const records = puts.filter(
    (put) => put.root !== 'settings' && cutToFit(put.value) !== put.value,
  );
  return records.length === 0 ? {} : { records };
}

interface Content {
  readonly settings: Settings;
  readonly original: Original | null;
  /** Text and records; the settings follow. */
  readonly write: (doc: Y.Doc) => void;
  readonly note: Note;
  /** Further rows, made with the number that the document gets. */
  readonly rows: (document: number) => readonly Statement[];
}

async function create(parts: Parts, by: Maker, content: Content): Promise<DocumentRow> {
  const settings = { ...content.settings, original: originalOf(content.original) };
  let progress: string | null = null;
  return parts.rooms.create({
    publicId: newId(),
    title: settings.title,
    by: by.person,
    note: content.note,
    content(doc) {
      content.write(doc);
      const map = doc.getMap('settings');
      for (const [key, value] of Object.entries(settings)) map.set(key, value);
      if (Y.encodeStateAsUpdate(doc).length > limits.documentBytes) {
        throw new RefusedError(
          refuse('document-too-large', 'This is more than one document can hold.'),
        );
      }
      progress = summarise(new LiveDocument(doc, new Map()).state);
    },
    statements: (document) => [
      ...rowsBeside(parts, by, document, { progress, original: content.original }),
      ...content.rows(document),
    ],
  });
}

/** What the settings say of the bytes that a document came from. */
function originalOf(original: Original | null): Settings['original'] {
  return (
    original && {
      name: original.name,
      mediaType: original.mediaType,
      bytes: original.bytes.length,
      sha256: sha256(original.bytes),
    }
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
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
        .values({ document, name, media_type, sha256: sha256(bytes), bytes }),
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
