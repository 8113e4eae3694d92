// A text on its way in: its text blocks in order, flat, so that a preview can
// show any of 100,000 and join or split them, with the lists and quotes that
// they stand in named beside each. It becomes nodes once, when the document is made.
import { ATOM } from '../text/plain-text.ts';

export type WordsMark =
  | { readonly type: 'strong' }
  | { readonly type: 'em' }
  | { readonly type: 'code' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

/** Some words with the marks that they all bear. U+000A is a hard break; in a code block the end of a line. */
export interface Words {
  readonly text: string;
  readonly marks?: readonly WordsMark[];
}

/** A list, one of its items, or a quote. Neighbours with the same key stand in the same one. */
export interface Container {
  readonly type: 'bullet_list' | 'ordered_list' | 'list_item' | 'blockquote';
  readonly key: number;
  /** What an ordered list begins to count with. */
  readonly order?: number;
}

export interface Block {
  readonly type: 'paragraph' | 'heading' | 'code_block' | 'horizontal_rule';
  /** Of a heading. */
  readonly level?: number;
  /** The outermost first. */
  readonly inside: readonly Container[];
  readonly words: readonly Words[];
}

const nowhere: readonly Container[] = [];

export function paragraph(text: string): Block {
  return { type: 'paragraph', inside: nowhere, words: [{ text }] };
}

/** What the block is in the document's plain text. */
export function blockText({ type, words }: Block): string {
  return type === 'horizontal_rule' ? ATOM : words.map(({ text }) => text).join('');
}
