// What is told of a file that was read, for a person to look at before a document is made of it.
import type { ImportDraft, ImportPreview } from '../../domain/import/preview.ts';
import { encodings } from './plain-text/encodings.ts';
import type { TextRead } from './read-text.ts';
import { textFormats } from './text-formats.ts';

export function previewOf(draft: ImportDraft, read: TextRead): ImportPreview {
  const others = [...encodings.keys()].filter((id) => !read.encodings.includes(id));
  const { title = '', byline = '', dateline = '', publisher = '' } = read.settings;
  const { sourceUrl = '', language = '', published = null, asOf = null } = read.settings;
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
