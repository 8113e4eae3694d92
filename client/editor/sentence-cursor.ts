/**
 * The keyboard's place in a text that cannot be edited and so has no caret:
 * one sentence, or several in a row. It is drawn as a decoration and moves
 * with the text.
 */
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { blockAt } from '../../domain/text/plain-text.ts';
import { plainOf } from './plain.ts';
import { sentenceAt, sentencesOf } from './sentence.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

export interface SentenceCursor extends Range {
  /** The sentence that it was begun from; extending moves the other end. */
  readonly anchor: Range;
  readonly head: Range;
}

/** One sentence on or back, or to the first or last one of the block. */
export type SentenceStep = 1 | -1 | 'first' | 'last';

const key = new PluginKey<SentenceCursor | null>('sentence');

export const sentencePlugin = new Plugin<SentenceCursor | null>({
  key,
  state: {
    init: () => null,
    apply(tr, cursor) {
      const set = tr.getMeta(key) as SentenceCursor | null | undefined;
      if (set !== undefined) return set;
      if (!cursor || !tr.docChanged) return cursor;
      const anchor = mapped(tr, cursor.anchor);
      const head = mapped(tr, cursor.head);
      return anchor && head ? spanning(anchor, head) : null;
    },
  },
  props: {
    decorations(state) {
      const cursor = key.getState(state);
      return cursor
        ? DecorationSet.create(state.doc, [
            Decoration.inline(cursor.from, cursor.to, { class: 'sentence-cursor' }),
          ])
        : null;
    },
  },
});

export function sentenceCursor(state: EditorState): SentenceCursor | null {
  return key.getState(state) ?? null;
}

export function setSentenceCursor(tr: Transaction, cursor: SentenceCursor | null): Transaction {
  return tr.setMeta(key, cursor);
}

/** The cursor a step further; on the sentence at `near` where there is none yet. */
export function movedCursor(
  state: EditorState,
  by: SentenceStep,
  options: { extend: boolean; near: number; language: string },
): SentenceCursor | null {
  const { extend, near, language } = options;
  const cursor = sentenceCursor(state);
  if (!cursor) {
    const first = sentenceNear(state.doc, near, language);
    return first && spanning(first, first);
  }
  const head =
    by === 'first' || by === 'last'
      ? edgeOfBlock(state.doc, cursor.head, by, language)
      : neighbour(state.doc, cursor.head, by, language);
  if (!head) return cursor;
  return extend ? spanning(cursor.anchor, head) : spanning(head, head);
}

/** The sentence that holds a position, or the nearest one after it. */
export function sentenceNear(doc: Node, pos: number, language: string): SentenceCursor | null {
  const { blocks } = plainOf(doc);
  const text = plainOf(doc);
  const offset = text.offsetOf(Math.min(Math.max(pos, 0), doc.content.size));
  for (let index = Math.max(0, blockAt(blocks, offset)); index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block) break;
    const spans = sentencesOf(text.string.slice(block.from, block.to), language);
    const span = spans[sentenceAt(spans, Math.max(0, offset - block.from)) ?? -1];
    if (span) {
      const range = {
        from: text.posOf(block.from + span.from),
        to: text.posOf(block.from + span.to),
      };
      return spanning(range, range);
    }
  }
  return null;
}

function edgeOfBlock(
  doc: Node,
  { from }: Range,
  edge: 'first' | 'last',
  language: string,
): Range | null {
  const text = plainOf(doc);
  const block = text.blocks[Math.max(0, blockAt(text.blocks, text.offsetOf(from)))];
  if (!block) return null;
  const spans = sentencesOf(text.string.slice(block.from, block.to), language);
  const span = spans.at(edge === 'first' ? 0 : -1);
  return span
    ? { from: text.posOf(block.from + span.from), to: text.posOf(block.from + span.to) }
    : null;
}

function neighbour(doc: Node, { from, to }: Range, by: 1 | -1, language: string): Range | null {
  const text = plainOf(doc);
  const { blocks, string } = text;
  const start = text.offsetOf(from);
  let index = Math.max(0, blockAt(blocks, start));
  for (; index >= 0 && index < blocks.length; index += by) {
    const block = blocks[index];
    if (!block) return null;
    const spans = sentencesOf(string.slice(block.from, block.to), language);
    const beyond = spans
      .map((span) => ({ from: block.from + span.from, to: block.from + span.to }))
      .filter((span) => (by === 1 ? span.from >= text.offsetOf(to) : span.to <= start));
    const next = by === 1 ? beyond[0] : beyond.at(-1);
    if (next) return { from: text.posOf(next.from), to: text.posOf(next.to) };
  }
  return null;
}

function spanning(anchor: Range, head: Range): SentenceCursor {
  return {
    anchor: { from: anchor.from, to: anchor.to },
    head: { from: head.from, to: head.to },
    from: Math.min(anchor.from, head.from),
    to: Math.max(anchor.to, head.to),
  };
}

function mapped(tr: Transaction, { from, to }: Range): Range | null {
  const start = tr.mapping.map(from, 1);
  const end = tr.mapping.map(to, -1);
  return start < end ? { from: start, to: end } : null;
}
