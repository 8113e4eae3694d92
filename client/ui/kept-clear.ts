/** Where messages may lie: not over what somebody is about to press. */

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What must stay in sight and in reach bears this attribute. */
export const KEEP_CLEAR = 'data-keep-clear';

/**
 * How far up `box` has to go to lie over none of `clear`, at least `gap` away
 * from each; 0 where it may stay. All in px of the window. No further than to
 * the window's upper edge.
 */
export function liftOver(box: Box, clear: readonly Box[], gap: number): number {
  let lift = 0;
  const under = clear
    .filter(({ left, right }) => left < box.right && right > box.left)
    .toSorted((a, b) => b.bottom - a.bottom);
  for (const { top, bottom } of under) {
    if (top < box.bottom - lift + gap && bottom > box.top - lift - gap) {
      lift = box.bottom - top + gap;
    }
  }
  return Math.max(0, Math.min(lift, box.top - gap));
}
