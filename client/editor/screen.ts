/** Where things of the text are on the screen, and bringing them into view. */
import type { EditorView } from 'prosemirror-view';

/** One rectangle a line, in viewport coordinates. */
export function rectsOf(view: EditorView, from: number, to: number): DOMRect[] {
  const range = domRange(view, from, to);
  return range
    ? [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
    : [];
}

/** Scrolls as little as needed; a range taller than the screen begins at its top. */
export function bringIntoView(view: EditorView, from: number, to: number): void {
  const rects = rectsOf(view, from, to);
  const scroller = scrollerOf(view.dom);
  const first = rects[0];
  const last = rects.at(-1);
  if (!first || !last) return;
  const frame =
    scroller === document.documentElement
      ? { top: 0, bottom: window.innerHeight }
      : scroller.getBoundingClientRect();
  const margin = (frame.bottom - frame.top) / 8;
  const above = first.top - (frame.top + margin);
  const below = last.bottom - (frame.bottom - margin);
  if (above < 0) scroller.scrollBy({ top: above });
  else if (below > 0) scroller.scrollBy({ top: Math.min(below, above) });
}

/** In the middle, unless it is in view already; twice, because sections off screen have no height of their own until they are drawn. */
export function centre(element: HTMLElement): void {
  if (isInView(element)) return;
  element.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }));
}

/** Whole, and clear of the edges that its scroller keeps free. What is not drawn yet has no height, wherever it says that it is. */
function isInView(element: HTMLElement): boolean {
  const scroller = scrollerOf(element);
  const style = getComputedStyle(scroller);
  const frame = scroller.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  return (
    bottom > top &&
    top >= frame.top + (Number.parseFloat(style.scrollPaddingTop) || 0) &&
    bottom <= frame.bottom - (Number.parseFloat(style.scrollPaddingBottom) || 0)
  );
}

function domRange(view: EditorView, from: number, to: number): Range | null {
  try {
    const start = view.domAtPos(from, 1);
    const end = view.domAtPos(to, -1);
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  } catch {
    // Positions of a document that is being drawn have no place yet.
    return null;
  }
}

export function scrollerOf(element: HTMLElement): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return document.documentElement;
}
