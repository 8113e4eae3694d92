// What is told of a file that was read, for a person to look at before a document is made of it.
import { writtenDates } from '../../domain/date/written-dates.ts';
import type { ImportDraft, ImportPreview } from '../../domain/import/preview.ts';
import type { PartialDate } from '../../domain/record/fields.ts';
import { encodings } from './plain-text/encodings.ts';
import type { TextRead } from './read-text.ts';
import { textFormats } from './text-formats.ts';

export function previewOf(draft: ImportDraft, read: TextRead): ImportPreview {
  const others = [...encodings.keys()].filter((id) => !read.encodings.includes(id));
  const { title = '', byline = '', dateline = '', publisher = '' } = read.settings;
  const { sourceUrl = '', language = '', asOf = null } = read.settings;
  const published = read.settings.published ?? dateIn([dateline, title], language);
  return {
    draft,
    format: read.format,
    formats: textFormats.map(({ id, label }) => ({ id, label })),
    encoding: read.encoding,
    encodings: [...read.encodings, ...others].map((id) => ({ id, label: encodings.get(id) ?? id })),
    likely: read.encodings.length,
    settings: { title, byline, dateline, publisher, sourceUrl, language, published, asOf },
    dropped: [...read.dropped],
    sources: [...read.endnotes],
    blocks: read.blocks,
  };
}

/** The first date that is written in one of these lines, in the language of the text or in English. */
function dateIn(lines: readonly string[], language: string): PartialDate | null {
  for (const line of lines) {
    for (const each of new Set([language || 'en', 'en'])) {
      const date = writtenDates(line, each).find(({ relative }) => relative === null);
      if (date) return { edtf: date.edtf, asWritten: date.words };
    }
  }
  return null;
}
