// Plain text, hard-wrapped or not. Title, byline and dateline go to the
// settings as written; no date is parsed and no year invented.
import { limits } from '../../domain/limits.ts';
import { refuse } from '../../domain/refusal.ts';
import { textSchema } from '../../domain/text/schema.ts';
import type { Importer } from './importer.ts';
import { decodeText } from './plain-text/decode.ts';
import { readHeader } from './plain-text/header.ts';
import { linesOf, readLayout } from './plain-text/layout.ts';
import { paragraphsOf } from './plain-text/paragraphs.ts';
import { documentOf } from './sections.ts';

/** Far above any report; far below what would hold the room up. */
const mostParagraphs = 100_000;

export const plainText: Importer = {
  id: 'plain-text',
  label: 'Plain text',
  mediaType: 'text/plain',
  largest: limits.importBytes,

  accepts: (name) => /\.(?:txt|text|asc)$/i.test(name) || !/\.[a-z0-9]{1,5}$/i.test(name),

  read(bytes) {
    const text = decodeText(bytes);
    if (typeof text !== 'string') return text;
    const lines = linesOf(text);
    const layout = readLayout(lines);
    const { title, byline, dateline, lines: headed } = readHeader(lines, layout);
    const paragraphs = paragraphsOf(lines.slice(headed), layout);
    if (paragraphs.length > mostParagraphs) {
      return refuse(
        'too-large',
        'This file has more than 100,000 paragraphs. Split it and import the parts.',
      );
    }
    return {
      settings: { title, byline, dateline },
      text: documentOf(
        paragraphs.map((words) => textSchema.node('paragraph', null, textSchema.text(words))),
      ),
      bundle: null,
    };
  },
};
