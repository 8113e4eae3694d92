// Gathers what an exporter reads, from a copy of the document that no later
// change touches: the same for a request and for the command line.
import type { ExportInput } from './exporter.ts';
import type { Database } from '../storage/database.ts';
import type { LiveDocument } from '../sync/live-document.ts';
import { readText } from './read-text.ts';
import { withWholeWords } from '../records/whole-words.ts';

export async function exportInput(options: {
  readonly database: Database;
  readonly document: { readonly id: number; readonly publicId: string };
  readonly live: LiveDocument;
  readonly audience: ExportInput['audience'];
  readonly now: number;
}): Promise<ExportInput> {
  const { database, document, live, audience, now } = options;
  const kept = await database.query
    .selectFrom('originals')
    .select(['name', 'media_type', 'bytes'])
    .where('document', '=', document.id)
    .executeTakeFirst();
  return {
    document: { id: document.publicId, title: live.state.settings.title },
    text: readText(live.fragment),
    records: await withWholeWords(database, document.id, live.state),
    original: kept ? { name: kept.name, mediaType: kept.media_type, bytes: kept.bytes } : null,
    audience,
    now,
  };
}
