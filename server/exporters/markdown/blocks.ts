// Blocks of CommonMark: each is its lines, and a container indents those of its
// children. Between two blocks stands an empty line, always.
import type { Node } from 'prosemirror-model';
import { printable } from '../plain-words.ts';
import { line, type Run, words } from './inline.ts';

export type Lines = readonly string[];

/** Footnote signs by the position in the text behind which they stand. */
export type Signs = ReadonlyMap<number, string>;

/** Blocks one below the other. */
export function stacked(blocks: readonly Lines[]): Lines {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

export function indented(lines: Lines, first: string, rest: string): Lines {
  return lines.map((each, index) =>
    index === 0 ? `${first}${each}`.trimEnd() : each === '' ? '' : `${rest}${each}`,
  );
}

export function quoted(lines: Lines): Lines {
  return lines.length === 0 ? [] : lines.map((each) => (each === '' ? '>' : `> ${each}`));
}

export function bullet(lines: Lines, sign = '-'): Lines {
  return lines.length === 0 ? [sign] : indented(lines, `${sign} `, '  ');
}

/** Words of several lines, as written: an empty line parts paragraphs, a single break is kept. */
export function prose(text: string): Lines {
  return stacked(
    printable(text)
      .split(/\n\s*\n/)
      .map((part) => broken(part.split('\n').map(words))),
  );
}

/** Lines of one paragraph, with a hard break between each two. */
function broken(lines: Lines): Lines {
  const first = lines.findIndex((each) => each !== '');
  const last = lines.findLastIndex((each) => each !== '');
  return lines
    .slice(Math.max(0, first), last + 1)
    .map((each, index, all) => (index < all.length - 1 ? `${each}\\` : each));
}

/** The lines of a text block's words, each with its marks and the signs of the footnotes on it. */
function linesOf(block: Node, start: number, signs: Signs): string[] {
  const lines: Run[][] = [[]];
  let at = start;
  for (const child of block.children) {
    at += child.nodeSize;
    if (child.isText) {
      const has = (name: string) => child.marks.find((mark) => mark.type.name === name);
      const href: unknown = has('link')?.attrs['href'];
      lines.at(-1)?.push({
        words: child.text ?? '',
        strong: has('strong') !== undefined,
        em: has('em') !== undefined,
        code: has('code') !== undefined,
        link: typeof href === 'string' ? href : null,
      });
    } else lines.push([]);
    const sign = signs.get(at);
    if (sign !== undefined) lines.at(-1)?.push({ words: sign, raw: true });
  }
  return lines.map(line);
}

function fenced(node: Node, start: number, signs: Signs): Lines {
  const text = printable(node.textContent);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A sign would be code inside: it stands below.
  let behind = '';
  for (let at = start; at <= start + node.content.size; at++) behind += signs.get(at) ?? '';
  return stacked([[fence, ...text.split('\n'), fence], behind === '' ? [] : [behind]]);
}

function listed(node: Node, pos: number, signs: Signs, alternate: boolean): Lines {
  let number = Number(node.attrs['order'] ?? 1);
  const ordered = node.type.name === 'ordered_list';
  const items: Lines[] = [];
  let at = pos + 1;
  for (const item of node.children) {
    const lines = blocksOf(item, at, signs);
    at += item.nodeSize;
    // Markdown takes nine digits.
    const sign = ordered
      ? `${number % 1_000_000_000}${alternate ? ')' : '.'}`
      : alternate
        ? '+'
        : '-';
    items.push(
      lines.length === 0 ? [sign] : indented(lines, `${sign} `, ' '.repeat(sign.length + 1)),
    );
    number += 1;
  }
  return stacked(items);
}

/** The children of a container, the first beginning at `pos + 1`. */
export function blocksOf(parent: Node, pos: number, signs: Signs): Lines {
  const blocks: Lines[] = [];
  let at = pos + 1;
  let before = '';
  let alternate = false;
  for (const child of parent.children) {
    const { name } = child.type;
    // Two lists of a kind in a row would be one, did their signs not differ.
    alternate = isList(child) && before === name && !alternate;
    const lines = isList(child) ? listed(child, at, signs, alternate) : blockOf(child, at, signs);
    if (lines.length > 0) {
      before = name;
      blocks.push(lines);
    }
    at += child.nodeSize;
  }
  return stacked(blocks);
}

function isList(node: Node): boolean {
  return node.type.name === 'bullet_list' || node.type.name === 'ordered_list';
}

/** `pos` is the position before the node, which is no list. */
function blockOf(node: Node, pos: number, signs: Signs): Lines {
  switch (node.type.name) {
    case 'paragraph':
      return broken(linesOf(node, pos + 1, signs));
    case 'heading': {
      const text = linesOf(node, pos + 1, signs)
        .filter((each) => each !== '')
        .join(' ');
      // The title is the only first heading; a `#` at the end would be taken for a fence.
      const depth = Math.min(6, Number(node.attrs['level']) + 1);
      return text === ''
        ? []
        : [`${'#'.repeat(depth)} ${text.replace(/(?<!\\)#(?=#*$)/g, String.raw`\#`)}`];
    }
    case 'blockquote':
      return quoted(blocksOf(node, pos, signs));
    case 'code_block':
      return fenced(node, pos + 1, signs);
    case 'horizontal_rule':
      return ['***'];
    default:
      return blocksOf(node, pos, signs);
  }
}
