// Walks the tokens of a Markdown text and writes its blocks. Levels of lists
// and quotes are a stack of containers, each with a key of its own.
import type { Token } from 'markdown-it';
import type { Block, Container, Words } from '../../../domain/import/block.ts';
import { isLevel, isOrder } from '../../../domain/text/rules.ts';
import { InlineWriter } from './inline-writer.ts';
import { withoutTags } from './raw-html.ts';

const containers: Readonly<Record<string, Container['type']>> = {
  bullet_list: 'bullet_list',
  ordered_list: 'ordered_list',
  list_item: 'list_item',
  blockquote: 'blockquote',
};

type ParseInline = (words: string) => readonly Token[];

export class BlockWriter {
  readonly blocks: Block[] = [];
  readonly #parseInline: ParseInline;
  readonly #inline = new InlineWriter();
  #inside: readonly Container[] = [];
  #keys = 0;
  #level: number | undefined;
  #row: Words[] | null = null;

  constructor(parseInline: ParseInline) {
    this.#parseInline = parseInline;
  }

  writeAll(tokens: readonly Token[]): void {
    for (const token of tokens) this.#write(token);
  }

  /** What was left out, a sentence each. */
  dropped(): string[] {
    const { pictures, tags } = this.#inline;
    const said: string[] = [];
    if (pictures > 0)
      said.push(
        pictures === 1
          ? 'A picture is left out; its description stands in the text.'
          : `${pictures} pictures are left out; their descriptions stand in the text.`,
      );
    if (tags > 0) said.push('Raw HTML is left out; the words in it stand in the text.');
    return said;
  }

  #write(token: Token): void {
    const [, name = '', way = ''] = /^(.*)_(open|close)$/.exec(token.type) ?? [];
    const container = containers[name];
    if (container !== undefined) this.#step(container, way, token);
    else if (token.type === 'heading_open') this.#level = Number(token.tag.slice(1));
    else if (token.type === 'heading_close') this.#level = undefined;
    else if (token.type === 'tr_open') this.#row = [];
    else if (token.type === 'tr_close') this.#endRow();
    else if (token.type === 'inline')
      for (const part of partedNotes(token.children ?? [])) this.#text(this.#inline.wordsOf(part));
    else if (token.type === 'hr') this.#add('horizontal_rule', []);
    else if (token.type === 'fence' || token.type === 'code_block') this.#code(token.content);
    else if (token.type === 'html_block') this.#html(token.content);
  }

  #step(type: Container['type'], way: string, token: Token): void {
    if (way === 'close') {
      this.#inside = this.#inside.slice(0, -1);
      return;
    }
    const start = Number(token.attrGet('start') ?? 1);
    const order = type === 'ordered_list' ? { order: isOrder(start) ? start : 1 } : {};
    this.#inside = [...this.#inside, { type, key: (this.#keys += 1), ...order }];
  }

  #text(words: Words[]): void {
    if (this.#row !== null) {
      // A text has no tables: a row becomes a line, its cells stand apart.
      if (this.#row.length > 0 && words.length > 0) this.#row.push({ text: ' | ' });
      this.#row.push(...words);
    } else if (words.length > 0) {
      const level = isLevel(this.#level) ? this.#level : undefined;
      this.#add(level === undefined ? 'paragraph' : 'heading', words, level);
    }
  }

  #endRow(): void {
    const row = this.#row ?? [];
    this.#row = null;
    if (row.length > 0) this.#add('paragraph', row);
  }

  #code(content: string): void {
    const text = content.replace(/\n$/, '');
    this.#add('code_block', text === '' ? [] : [{ text }]);
  }

  /** The words between the tags, a paragraph where a blank line parts them. */
  #html(content: string): void {
    this.#inline.tags += 1;
    for (const part of withoutTags(content).split(/\n\s*\n/)) {
      const words = part.trim().replace(/\s+/gu, ' ');
      if (words !== '') this.#text(this.#inline.wordsOf(this.#parseInline(words)));
    }
  }

  #add(type: Block['type'], words: readonly Words[], level?: number): void {
    this.blocks.push({
      type,
      ...(level === undefined ? {} : { level }),
      inside: this.#inside,
      words,
    });
  }
}

const note = /^\[\^?\d{1,4}\]/;

/** Markdown runs lines together; those of a list of notes, `[1] … [2] …`, are a paragraph each. */
function partedNotes(tokens: readonly Token[]): (readonly Token[])[] {
  if (!note.test(tokens[0]?.content ?? '')) return [tokens];
  const parts: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'softbreak' && note.test(tokens[at + 1]?.content ?? '')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
