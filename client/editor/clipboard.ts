/**
 * What goes to the clipboard bears no anchors; what comes back gets them again
 * only where it was cut here and its claim's words are not in the text any
 * more. A copied sentence stays the claim that it was, once.
 */
import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ClaimIndex } from './claim-index.ts';

/** Characters that one paste may bring; far below what one frame may hold. */
const LONGEST_PASTE = 1_000_000;

/** `onTooLong` is told where a paste was refused, in words. */
export function clipboardPlugin(onTooLong: (words: string) => void): Plugin {
  let taken: { readonly bare: Slice; readonly whole: Slice } | null = null;
  return new Plugin({
    props: {
      transformPastedHTML: withoutTables,
      transformCopied(slice) {
        taken = { bare: withAnchors(slice, () => false), whole: slice };
        return taken.bare;
      },
      transformPasted(pasted, view) {
        if (pasted.content.size > LONGEST_PASTE) {
          onTooLong(
            'This paste is longer than a million characters. Import it as a document instead.',
          );
          return Slice.empty;
        }
        const own =
          taken && withoutSections(taken.bare).eq(withoutSections(pasted)) ? taken.whole : pasted;
        return withoutSections(withAnchors(own, (mark) => own !== pasted && mayReturn(view, mark)));
      },
    },
  });
}

/** A text has no tables: a row becomes a line, its cells stand apart. Their words would run together else. */
export function withoutTables(html: string): string {
  return html
    .replace(/<(\/?)(?:table|thead|tbody|tfoot|tr)\b[^>]*>/gi, '<$1div>')
    .replace(/<t[dh]\b[^>]*>/gi, '<span>')
    .replace(/<\/t[dh]\s*>/gi, ' </span>');
}

/** While words are dragged they are still in the text; they leave it in the same step. */
function mayReturn(view: EditorView, mark: Mark): boolean {
  if (view.dragging?.move) return true;
  return new ClaimIndex(view.state.doc).piecesOf(String(mark.attrs['id'])).length === 0;
}

/** The slice with only those anchors that `keep` admits. */
export function withAnchors(slice: Slice, keep: (mark: Mark) => boolean): Slice {
  const decided = new Map<string, boolean>();
  const decide = (mark: Mark): boolean => {
    const id = String(mark.attrs['id']);
    const known = decided.get(id) ?? keep(mark);
    decided.set(id, known);
    return known;
  };
  const filtered = (fragment: Fragment): Fragment => {
    const children: Node[] = [];
    fragment.forEach((node) => {
      const marks = node.marks.filter((mark) => mark.type.name !== 'anchor' || decide(mark));
      children.push(node.isText ? node.mark(marks) : node.copy(filtered(node.content)));
    });
    return Fragment.fromArray(children);
  };
  return new Slice(filtered(slice.content), slice.openStart, slice.openEnd);
}

/** Pasted sections would part the one that they are pasted into; only their blocks come. */
export function withoutSections(slice: Slice): Slice {
  if (slice.content.firstChild?.type.name !== 'section') return slice;
  const blocks: Node[] = [];
  slice.content.forEach((section) => {
    if (section.type.name === 'section') section.forEach((block) => blocks.push(block));
    else blocks.push(section);
  });
  return new Slice(
    Fragment.fromArray(blocks),
    Math.max(0, slice.openStart - 1),
    Math.max(0, slice.openEnd - 1),
  );
}
