/**
 * The change that nearly every key makes: some characters of one text replaced
 * by others. It is written at the caret and as no more than it is. The general
 * writer compares strings, which cannot tell which of two equal letters was
 * typed (so that a mark may slip by one), and sets all the formats of the text
 * anew.
 */
import type { Mark, Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { anchorKey } from '../../domain/text/mark-key.ts';
import { childrenOf } from '../../domain/text/plain-text.ts';

interface Replaced {
  /** Offsets in the block's content, before the change. */
  readonly from: number;
  readonly to: number;
  /** The block's new content from `from` on. */
  readonly inserted: readonly Node[];
}

/**
 * Writes the difference between two states of the document if it is of this
 * kind; false if it is not, and then nothing was written. `caret` is where the
 * caret stands afterwards. Call it in a transaction.
 */
export function writeTyping(
  fragment: Y.XmlFragment,
  before: Node,
  after: Node,
  caret: number,
): boolean {
  const block = changedBlock(fragment, before, after);
  if (!block) return false;
  const replaced = replacedIn(block.before, block.after, caret - block.start);
  if (!replaced) return false;
  const { from, to, inserted } = replaced;
  let start = 0;
  for (const child of childrenOf(block.shared)) {
    const end = start + (child instanceof Y.XmlText ? child.length : 1);
    if (child instanceof Y.XmlText && start <= from && to <= end) {
      child.delete(from - start, to - from);
      let index = from - start;
      for (const { text = '', marks } of inserted) {
        child.insert(index, text, formatsOf(marks));
        index += text.length;
      }
      return true;
    }
    start = end;
  }
  return false;
}

/** The one text block that differs, with everything around it as it was. */
function changedBlock(
  fragment: Y.XmlFragment,
  before: Node,
  after: Node,
): { before: Node; after: Node; shared: Y.XmlElement; start: number } | null {
  let [was, is, shared, start] = [before, after, fragment, 0];
  while (!is.isTextblock) {
    const index = onlyDifference(was, is);
    if (index === null) return null;
    const child = [...childrenOf(shared)].filter((each) => each instanceof Y.XmlElement)[index];
    if (!child) return null;
    for (let i = 0; i < index; i += 1) start += is.child(i).nodeSize;
    start += 1;
    [was, is, shared] = [was.child(index), is.child(index), child];
    if (!was.sameMarkup(is)) return null;
  }
  return shared instanceof Y.XmlElement ? { before: was, after: is, shared, start } : null;
}

function onlyDifference(before: Node, after: Node): number | null {
  if (before.childCount !== after.childCount) return null;
  let found: number | null = null;
  for (let index = 0; index < after.childCount; index += 1) {
    if (before.child(index) === after.child(index)) continue;
    if (found !== null) return null;
    found = index;
  }
  return found;
}

/** What ends at the caret was typed; all that stands behind it stood there before. */
function replacedIn(before: Node, after: Node, caret: number): Replaced | null {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (caret < 0 || caret > is.length) return null;
  let end = is.length - caret;
  if (end > was.length || was.slice(was.length - end) !== is.slice(caret)) return null;
  let from = 0;
  const most = Math.min(was.length, is.length) - end;
  while (from < most && was.charCodeAt(from) === is.charCodeAt(from)) from += 1;
  // Half of an emoji cannot be written.
  if (isHigh(is, from - 1) || isHigh(was, from - 1)) from -= 1;
  if (isHigh(is, is.length - end - 1) || isHigh(was, was.length - end - 1)) end -= 1;
  const inserted = after.cut(from, is.length - end).children;
  const same =
    before.cut(0, from).eq(after.cut(0, from)) &&
    before.cut(was.length - end).eq(after.cut(is.length - end)) &&
    inserted.every((node) => node.isText);
  return same ? { from, to: was.length - end, inserted } : null;
}

/** One unit for each position inside the block. */
function wordsOf(block: Node): string {
  return block.textBetween(0, block.content.size, null, '\uFFFC');
}

function isHigh(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00;
}

/** As the binding's general writer stores marks. */
function formatsOf(marks: readonly Mark[]): Record<string, unknown> {
  return Object.fromEntries(
    marks.map((mark) => [
      mark.type.name === 'anchor' ? anchorKey(String(mark.attrs['id'])) : mark.type.name,
      { ...mark.attrs },
    ]),
  );
}
