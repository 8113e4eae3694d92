/**
 * Yjs' undo may bring words back between neighbours that are one and the same,
 * or in reverse order (yjs issue 794, open in 13.6.33). Where such words stand
 * then hangs on how each copy happens to store them, so that copies differ for
 * good; the server refuses them. This puts the right neighbour right as the
 * item is made, which is what the issue's patch does too.
 */
import * as Y from 'yjs';

/**
 * Mends the undo of every document of this page; call it once, before the
 * first edit. What it returns takes it back, which only a test has use for.
 */
export function mendUndo(): () => void {
  const { integrate } = Y.Item.prototype;
  Y.Item.prototype.integrate = function (
    this: Y.Item,
    transaction: Y.Transaction,
    offset: number,
  ): void {
    // Others' items are as they are. Typing passes at once: there the two are next to each other.
    if (
      transaction.local &&
      this.parentSub === null &&
      this.left !== null &&
      !comesAfter(this.left, this.right)
    ) {
      this.right = this.left.right;
      this.rightOrigin = this.right?.id ?? null;
    }
    integrate.call(this, transaction, offset);
  };
  return () => {
    Y.Item.prototype.integrate = integrate;
  };
}

function comesAfter(left: Y.Item, right: Y.Item | null): boolean {
  let item = left.right;
  while (item !== null && item !== right) item = item.right;
  return item === right;
}
