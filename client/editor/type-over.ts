/**
 * Replacing the last words of a claim keeps them part of it. An anchor is not
 * inclusive, so that typing behind a claim stays outside; ProseMirror then
 * drops it from whatever replaces words at its end.
 */
import type { Mark, Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';

export const typeOverPlugin = new Plugin({
  props: {
    handleTextInput(view, from, to, text) {
      const { doc } = view.state;
      const $from = doc.resolve(from);
      const stored = view.state.storedMarks;
      if (from === to && stored?.some(({ type }) => type.name === 'anchor')) {
        // Still the same replacement, until the caret goes elsewhere.
        view.dispatch(view.state.tr.insertText(text).setStoredMarks(stored).scrollIntoView());
        return true;
      }
      if (from === to || !$from.sameParent(doc.resolve(to))) return false;
      const kept = anchorsAcross(doc, from, to).filter((mark) => {
        // The whole of a claim replaced is another claim: the record's quote would be about other words.
        const before = $from.nodeBefore;
        return before !== null && mark.isInSet(before.marks);
      });
      const after = doc.resolve(to).nodeAfter;
      if (kept.length === 0 || (after && kept.every((mark) => mark.isInSet(after.marks))))
        return false;
      const tr = view.state.tr.insertText(text, from, to);
      for (const mark of kept) tr.addMark(from, from + text.length, mark);
      tr.setStoredMarks(
        [...($from.marks() ?? []), ...kept].reduce<readonly Mark[]>(
          (set, mark) => mark.addToSet(set),
          [],
        ),
      );
      view.dispatch(tr.scrollIntoView());
      return true;
    },
  },
});

function anchorsAcross(doc: Node, from: number, to: number): Mark[] {
  let anchors: Mark[] | null = null;
  doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return true;
    anchors = (anchors ?? node.marks.filter(({ type }) => type.name === 'anchor')).filter((mark) =>
      mark.isInSet(node.marks),
    );
    return false;
  });
  return anchors ?? [];
}
