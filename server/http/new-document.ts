/** Makes documents: blank ones, and those that come out of a file. */
import { createHash } from 'node:crypto';
import type { CompiledQuery } from 'kysely';
import type * as Y from 'yjs';
import type { PersonId } from '../../domain/id.ts';
import { blankSettings, type Settings } from '../../domain/record/settings.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { textSchema } from '../../domain/text/schema.ts';
import { newId } from '../accounts/token.ts';
import { importFile } from '../importers/import-file.ts';
import type { Original } from '../importers/importer.ts';
import { documentOf } from '../importers/sections.ts';
import { writeText } from '../importers/write-text.ts';
import { RefusedError } from '../refused-error.ts';
import type { Database } from '../storage/database.ts';
import type { DocumentRow, Rooms } from '../sync/rooms.ts';
import type { ReceivedFile } from './receive-file.ts';

interface Parts {
  readonly database: Database;
  readonly rooms: Pick<Rooms, 'create'>;
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
    write: (ydoc) => writeText(ydoc.getXmlFragment('text'), text),
    note: {},
  });
}

/** Imported text is locked: a lead unlocks it to correct it. */
export async function createFromFile(
  parts: Parts,
  by: Maker,
  file: ReceivedFile,
  /** What is known of it beside the file; what the file says goes before. */
  known: Partial<Settings> = {},
): Promise<DocumentRow> {
  const read = importFile(file.name, file.bytes);
  if (isRefusal(read)) throw new RefusedError(read);
  const { imported, original, title } = read;
  const lock = { locked: true, at: parts.now(), by: by.person };
  return create(parts, by, {
    settings: { ...blankSettings(title), ...known, ...imported.settings, lock },
    original,
    write: (ydoc) => writeText(ydoc.getXmlFragment('text'), imported.text),
    note: { importedFrom: original?.name ?? file.name },
  });
}

interface Content {
  readonly settings: Settings;
  readonly original: Original | null;
  readonly write: (doc: Y.Doc) => void;
  readonly note: Readonly<Record<string, unknown>>;
}

function create(
  { database, rooms, now }: Parts,
  by: Maker,
  content: Content,
): Promise<DocumentRow> {
  const { query } = database;
  const original = content.original && {
    ...content.original,
    sha256: createHash('sha256').update(content.original.bytes).digest('hex'),
  };
  const settings: Settings = {
    ...content.settings,
    original: original && {
      name: original.name,
      mediaType: original.mediaType,
      bytes: original.bytes.length,
      sha256: original.sha256,
    },
  };
  return rooms.create({
    publicId: newId(),
    title: settings.title,
    by: by.person,
    note: content.note,
    fill(doc) {
      content.write(doc);
      const map = doc.getMap('settings');
      for (const [key, value] of Object.entries(settings)) map.set(key, value);
    },
    statements: (document) => {
      const statements: CompiledQuery[] = [];
      if (original) {
        const { name, mediaType: media_type, sha256, bytes } = original;
        statements.push(
          query
            .insertInto('originals')
            .values({ document, name, media_type, sha256, bytes })
            .compile(),
        );
      }
      if (!by.owner) {
        const lead = { document, person: by.person, role: 'lead', joined_at: now() } as const;
        statements.push(query.insertInto('members').values(lead).compile());
      }
      return statements;
    },
  });
}
