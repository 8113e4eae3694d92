/**
 * One paragraph of a text that is not a document yet. It takes a caret, so that
 * one can say where to split it, and no letter: what would change its words is
 * stopped by the list.
 */
import { memo, useLayoutEffect, useRef } from 'react';
import type { Block, Container, Words } from '../../../domain/import/block.ts';
import { classes } from '../../ui/classes.ts';
import { placeCaret } from './caret.ts';
import styles from './preview.module.css';

/** A paragraph longer than this shows its beginning alone: no browser lays out megabytes at once. */
export const LONGEST_SHOWN = 20_000;

export interface PreviewRowProps {
  block: Block;
  index: number;
  /** Where the caret is put; null leaves it where it is. */
  caret: number | null;
  /** Which number an item of an ordered list bears; null for other blocks. */
  marker: string | null;
}

export const PreviewRow = memo(function PreviewRow(props: PreviewRowProps) {
  const { block, index, caret, marker } = props;
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (caret !== null && text.current) placeCaret(text.current, caret);
  }, [caret]);
  if (block.type === 'horizontal_rule') return <hr className={styles.rule} />;
  const depth = block.inside.filter(({ type }) => type !== 'list_item').length;
  const quoted = block.inside.some(({ type }) => type === 'blockquote');
  const { shown, hidden } = clipped(block.words);
  return (
    <div
      className={classes(
        styles.block,
        styles[block.type],
        block.level !== undefined && styles[`level-${Math.min(block.level, 3)}`],
        quoted && styles.quoted,
      )}
      style={{ paddingInlineStart: `${depth * 1.6}em` }}
      dir="auto"
    >
      {marker !== null && (
        <span className={styles.marker} aria-hidden="true">
          {marker}
        </span>
      )}
      <div
        ref={text}
        className={styles.words}
        data-index={index}
        role="textbox"
        aria-multiline="true"
        aria-readonly="true"
        aria-label={`Paragraph ${index + 1}`}
        contentEditable
        suppressContentEditableWarning
        inputMode="none"
        spellCheck={false}
        translate="no"
        dir="auto"
        tabIndex={0}
      >
        {shown.map((words, at) => (
          <Piece key={at} words={words} />
        ))}
      </div>
      {hidden > 0 && (
        <p className={styles.more}>
          {hidden.toLocaleString('en')} more characters. Split the paragraph to see them.
        </p>
      )}
    </div>
  );
});

function Piece({ words: { text, marks = [] } }: { words: Words }) {
  let piece = <>{text}</>;
  for (const mark of marks) {
    if (mark.type === 'strong') piece = <strong>{piece}</strong>;
    else if (mark.type === 'em') piece = <em>{piece}</em>;
    else if (mark.type === 'code') piece = <code>{piece}</code>;
    // No link to follow: a click puts the caret.
    else if (mark.type === 'link')
      piece = (
        <span className={styles.link} title={mark.attrs.href}>
          {piece}
        </span>
      );
  }
  return piece;
}

function clipped(words: readonly Words[]): { shown: readonly Words[]; hidden: number } {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= LONGEST_SHOWN) return { shown: words, hidden: 0 };
  const shown: Words[] = [];
  let left = LONGEST_SHOWN;
  for (const each of words) {
    if (left <= 0) break;
    shown.push({ ...each, text: each.text.slice(0, left) });
    left -= each.text.length;
  }
  return { shown, hidden: length - LONGEST_SHOWN };
}

/** "•", "3." or nothing, for the first block of an item. */
export function markerOf(blocks: readonly Block[], index: number): string | null {
  const inside = blocks[index]?.inside ?? [];
  const item = inside.findLastIndex(({ type }) => type === 'list_item');
  if (item < 1 || holds(blocks[index - 1], inside[item], item)) return null;
  const list = inside[item - 1];
  if (list?.type !== 'ordered_list') return '•';
  let number = list.order ?? 1;
  let last = inside[item]?.key;
  // Items before this one, up to a bound: a number far down a list of thousands is not worth a walk to its head.
  for (let at = index - 1; at >= 0 && index - at < 2000; at -= 1) {
    if (!holds(blocks[at], list, item - 1)) break;
    const key = blocks[at]?.inside[item]?.key;
    if (key !== last) number += 1;
    last = key;
  }
  return `${number}.`;
}

function holds(block: Block | undefined, container: Container | undefined, depth: number): boolean {
  return container !== undefined && block?.inside[depth]?.key === container.key;
}
