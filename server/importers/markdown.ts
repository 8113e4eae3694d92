// Markdown (CommonMark and tables) as blocks: headings, lists, quotes, code,
// rules, bold, italic, links. What a text cannot hold, raw HTML and pictures,
// is left out and said so; the words in it stay.
import MarkdownIt from 'markdown-it';
import type { Block } from '../../domain/import/block.ts';
import { BlockWriter } from './markdown/block-writer.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import { unusedReferences } from './markdown/references.ts';
import { headed } from './markdown/title.ts';
import { plainText } from './plain-text.ts';
import type { TextFormat } from './text-format.ts';

const deepest = 40;
const parser = new MarkdownIt('commonmark', { html: true, maxNesting: deepest }).enable('table');

export const markdown: TextFormat = {
  id: 'markdown',
  label: 'Markdown',
  mediaType: 'text/markdown',

  accepts: (name) => /\.(?:md|markdown|mdown|mkd)$/i.test(name),

  parse(text) {
    const front = readFrontMatter(text);
    const env: { references?: Record<string, { href: string; title: string }> } = {};
    const tokens = parser.parse(front.rest, env);
    // The parser leaves out what lies deeper, words and all.
    if (tokens.some(({ level }) => level >= deepest - 1)) {
      const why = 'Quotes and lists lie too deep in one another: this is shown as plain text.';
      return { ...plainText.parse(text), dropped: [why] };
    }
    const writer = new BlockWriter((words) => parser.parseInline(words, {})[0]?.children ?? []);
    writer.writeAll(tokens);
    const blocks: Block[] = [...writer.blocks, ...unusedReferences(env.references ?? {}, tokens)];
    const head = headed(blocks, front.settings);
    return {
      settings: { ...head.settings, ...front.settings },
      blocks: head.blocks,
      dropped: [...front.dropped, ...writer.dropped()],
    };
  },
};
