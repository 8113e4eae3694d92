// Definitions of links, `[3]: https://…`, are not shown by Markdown. Those that
// are notes of the report, and those that no link uses, come back as lines of
// the text, since they are words of it.
import type { Token } from 'markdown-it';
import { type Block, paragraph } from '../../../domain/import/block.ts';

export function unusedReferences(
  references: Readonly<Record<string, { readonly href: string; readonly title: string }>>,
  tokens: readonly Token[],
): Block[] {
  const used = new Set<string>();
  for (const token of tokens) {
    for (const child of token.children ?? []) {
      const href = child.type === 'link_open' ? child.attrGet('href') : null;
      if (href !== null) used.add(String(href));
    }
  }
  return Object.entries(references)
    .filter(([label, { href }]) => /^\^?\d+$/.test(label) || !used.has(href))
    .map(([label, { href, title }]) =>
      paragraph(`[${label.toLowerCase()}] ${href}${title === '' ? '' : ` ${title}`}`),
    );
}
