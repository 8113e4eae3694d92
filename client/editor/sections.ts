/**
 * Keeps the sections of the text as they are while people edit across their
 * edges. ProseMirror joins containers when it deletes from one into the next;
 * then half the section would be written anew in Yjs. Blocks never change their
 * section here: the shared text sees only what was really changed.
 */
import type { Node } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  Plugin,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { joinTextblockBackward, joinTextblockForward } from 'prosemirror-commands';
import { canSplit } from 'prosemirror-transform';
import { textSchema } from '../../domain/text/schema.ts';
import { isShared } from './binding.ts';

/** A section that grew beyond this by a paste at its end is parted, since its new blocks are written anyway. */
const LARGEST = 120;
const USUAL = 50;

export const sectionPlugin = new Plugin({
  appendTransaction(transactions, before, after) {
    if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isShared))
      return null;
    const tr = after.tr;
    partJoined(tr, before.doc);
    partGrown(tr, before.doc);
    dropEmptied(tr);
    fillEmpty(tr);
    return tr.docChanged ? tr : null;
  },
});

/** A text without any block gets an empty paragraph to write in; for somebody who may write. */
export function fillEmpty(tr: Transaction): Transaction {
  const { section, paragraph } = textSchema.nodes;
  const first = tr.doc.firstChild;
  if (first && first.childCount > 0) return tr;
  if (!section || !paragraph) throw new Error('The schema has no section or paragraph');
  if (first) tr.insert(1, paragraph.create());
  else tr.insert(0, section.create(null, paragraph.create()));
  return tr.setSelection(TextSelection.near(tr.doc.resolve(2)));
}

/** Backspace at the very beginning of a section: joins the two paragraphs, not the two sections. */
export const joinSectionBackward: Command = (state, dispatch, view) => {
  const at = edgeOf(state, 'start');
  if (at === null || at === 0) return false;
  const before = state.doc.child(at - 1).lastChild;
  if (before?.isLeaf)
    return deleteLeaf(state, dispatch, startOfSection(state.doc, at) - 1 - before.nodeSize);
  return joinTextblockBackward(state, dispatch, view);
};

/** Delete at the very end of a section. */
export const joinSectionForward: Command = (state, dispatch, view) => {
  const at = edgeOf(state, 'end');
  if (at === null || at + 1 >= state.doc.childCount) return false;
  const after = state.doc.child(at + 1).firstChild;
  if (after?.isLeaf) return deleteLeaf(state, dispatch, startOfSection(state.doc, at + 1) + 1);
  return joinTextblockForward(state, dispatch, view);
};

/** The index of the section whose first or last block the caret stands at the edge of; null elsewhere. */
function edgeOf({ selection, doc }: EditorState, side: 'start' | 'end'): number | null {
  const { $from, empty } = selection;
  if (!empty || $from.depth !== 2) return null;
  const index = $from.index(0);
  const section = doc.child(index);
  if (side === 'start') return $from.parentOffset === 0 && $from.index(1) === 0 ? index : null;
  const last =
    $from.parentOffset === $from.parent.content.size && $from.index(1) === section.childCount - 1;
  return last ? index : null;
}

function deleteLeaf(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  pos: number,
): boolean {
  dispatch?.(state.tr.delete(pos, pos + 1).scrollIntoView());
  return true;
}

function startOfSection(doc: Node, index: number): number {
  let pos = 0;
  for (let i = 0; i < index; i += 1) pos += doc.child(i).nodeSize;
  return pos;
}

/** Which section each block of the old document was in. */
function sectionsOf(before: Node, after: Node): Map<Node, number> {
  const unchanged = new Set<Node>();
  after.forEach((section) => unchanged.add(section));
  const sections = new Map<Node, number>();
  before.forEach((section, _offset, index) => {
    if (!unchanged.has(section)) section.forEach((block) => sections.set(block, index));
  });
  return sections;
}

/** Splits a section again where blocks of two old sections meet in it. */
function partJoined(tr: Transaction, before: Node): void {
  const was = sectionsOf(before, tr.doc);
  for (let index = 0, pos = 0; index < tr.doc.childCount; index += 1) {
    const section = tr.doc.child(index);
    let seen: number | undefined;
    let at = pos + 1;
    for (let block = 0; block < section.childCount; block += 1) {
      const node = section.child(block);
      const home = was.get(node);
      if (home !== undefined && seen !== undefined && home !== seen) {
        if (canSplit(tr.doc, at, 1)) tr.split(at, 1);
        break;
      }
      seen = home ?? seen;
      at += node.nodeSize;
    }
    pos += tr.doc.child(index).nodeSize;
  }
}

/** New blocks at the end of a section that grew too long go into sections of their own. */
function partGrown(tr: Transaction, before: Node): void {
  const old = new Set<Node>();
  for (let index = 0; index < tr.doc.childCount; index += 1) {
    const section = tr.doc.child(index);
    if (section.childCount <= LARGEST) continue;
    if (old.size === 0) before.forEach((each) => each.forEach((block) => old.add(block)));
    let firstNew = section.childCount;
    while (firstNew > 0 && !old.has(section.child(firstNew - 1))) firstNew -= 1;
    const split = Math.max(firstNew, USUAL);
    if (split >= section.childCount) continue;
    let at = startOfSection(tr.doc, index) + 1;
    for (let block = 0; block < split; block += 1) at += section.child(block).nodeSize;
    if (canSplit(tr.doc, at, 1)) tr.split(at, 1);
  }
}

/** A section without blocks is nothing that anybody could see or reach. */
function dropEmptied(tr: Transaction): void {
  for (let index = tr.doc.childCount - 1; index >= 0 && tr.doc.childCount > 1; index -= 1) {
    const section = tr.doc.child(index);
    if (section.childCount > 0) continue;
    const at = startOfSection(tr.doc, index);
    tr.delete(at, at + section.nodeSize);
  }
}
