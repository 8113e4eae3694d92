// The first heading of a Markdown text is its title; a byline and a dateline
// may stand below it. They are taken out of the text, as from a plain one.
import { type Block, blockText } from '../../../domain/import/block.ts';
import { limits } from '../../../domain/limits.ts';
import type { Settings } from '../../../domain/record/settings.ts';
import { readCredits } from '../plain-text/header.ts';

export interface Headed {
  readonly settings: Partial<Settings>;
  readonly blocks: readonly Block[];
}

/** `known` is what the file's head says: a title there leaves another heading in the text. */
export function headed(blocks: readonly Block[], known: Partial<Settings>): Headed {
  const [first] = blocks;
  if (first?.type !== 'heading' || first.level !== 1) return { settings: {}, blocks };
  const title = blockText(first).replace(/\s+/gu, ' ').trim();
  if (title === '' || title.length > limits.line) return { settings: {}, blocks };
  if (known.title !== undefined && known.title !== title) return { settings: {}, blocks };
  const lines = blocks.slice(1, 6).map((block) => ({
    text: block.type === 'paragraph' && block.inside.length === 0 ? blockText(block) : '',
    apart: true,
  }));
  const { byline, dateline, lines: taken } = readCredits(lines, 0);
  return { settings: { title, byline, dateline }, blocks: blocks.slice(1 + taken) };
}
