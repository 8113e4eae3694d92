/** The caret in a paragraph, as an offset in its characters. */

/** Null where it is not in `row`. */
export function caretIn(row: HTMLElement): number | null {
  const selection = window.getSelection();
  if (!selection?.focusNode || !row.contains(selection.focusNode)) return null;
  const before = document.createRange();
  before.selectNodeContents(row);
  before.setEnd(selection.focusNode, selection.focusOffset);
  return before.toString().length;
}

export function placeCaret(row: HTMLElement, at: number): void {
  row.focus({ preventScroll: true });
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  let left = at;
  let last: Text | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    last = node;
    if (left <= node.length) break;
    left -= node.length;
  }
  const selection = window.getSelection();
  if (last) selection?.collapse(last, Math.min(left, last.length));
  else selection?.collapse(row, 0);
}

/** Whether the caret stands on the first or the last line that the row is drawn in. */
export function edgeLine(row: HTMLElement, edge: 'first' | 'last'): boolean {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return false;
  const rect = selection.getRangeAt(0).getClientRects()[0];
  // An empty row, and a caret between two pieces, has no rectangle.
  if (!rect) return true;
  const box = row.getBoundingClientRect();
  const line = rect.height * 0.75;
  return edge === 'first' ? rect.top - box.top < line : box.bottom - rect.bottom < line;
}
