// Plain text, hard-wrapped or not. Title, byline and dateline go to the
// settings as written; no date is parsed and no year invented.
import { paragraph } from '../../domain/import/block.ts';
import { readHeader } from './plain-text/header.ts';
import { linesOf, readLayout } from './plain-text/layout.ts';
import { paragraphsOf } from './plain-text/paragraphs.ts';
import type { TextFormat } from './text-format.ts';

export const plainText: TextFormat = {
  id: 'plain-text',
  label: 'Plain text',
  mediaType: 'text/plain',

  accepts: (name) => /\.(?:txt|text|asc)$/i.test(name) || !/\.[a-z0-9]{1,5}$/i.test(name),

  parse(text) {
    const lines = linesOf(text);
    const layout = readLayout(lines);
    const { title, byline, dateline, lines: headed } = readHeader(lines, layout);
    return {
      settings: { title, byline, dateline },
      blocks: paragraphsOf(lines.slice(headed), layout).map(paragraph),
      dropped: [],
    };
  },
};
