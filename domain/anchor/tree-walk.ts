// Walking a Yjs tree in text order, deleted items included: while a transaction
// is being observed they are still linked where they stood.
import * as Y from 'yjs';

/** The item after `item` in text order, going into types and out of them; null at the end of the root. */
export function nextItem(item: Y.Item): Y.Item | null {
  if (item.content instanceof Y.ContentType && item.content.type._start !== null) {
    return item.content.type._start;
  }
  let at: Y.Item | null = item;
  while (at !== null && at.right === null) at = containerOf(at);
  return at?.right ?? null;
}

function containerOf(item: Y.Item): Y.Item | null {
  return item.parent instanceof Y.AbstractType ? item.parent._item : null;
}

/**
 * Going back from `start`: the string that outlived the transaction, which the
 * walk then starts after, or else the very first item of the root.
 */
export function survivorBefore(
  start: Y.Item,
  isNew: (item: Y.Item) => boolean,
  budget: { steps: number },
): { item: Y.Item | null; survivor: Y.Item | null } {
  let at: Y.Item = start;
  while (budget.steps > 0) {
    budget.steps--;
    const left: Y.Item | null = at.left;
    if (left === null) {
      const up = containerOf(at);
      if (up === null) return { item: at, survivor: null };
      at = up;
    } else if (left.deleted || isNew(left)) {
      // Nothing that is deleted or new holds anything that outlived.
      at = left;
    } else if (left.content instanceof Y.ContentString) {
      return { item: left, survivor: left };
    } else if (left.content instanceof Y.ContentType && left.content.type._start !== null) {
      // From the end of what it holds. A step back over a holder that was entered never enters it again.
      const found = lastSurvivor(left.content.type, isNew, budget);
      if (found !== null) return { item: found, survivor: found };
      at = left;
    } else {
      at = left;
    }
  }
  return { item: null, survivor: null };
}

/** The last string in `type` that outlived the transaction. */
function lastSurvivor(
  type: Y.AbstractType<unknown>,
  isNew: (item: Y.Item) => boolean,
  budget: { steps: number },
): Y.Item | null {
  let last: Y.Item | null = null;
  const holders: Y.AbstractType<unknown>[] = [];
  for (let item = type._start; item !== null && budget.steps > 0; item = item.right) {
    budget.steps--;
    if (item.deleted || isNew(item)) continue;
    if (item.content instanceof Y.ContentString) last = item;
    else if (item.content instanceof Y.ContentType) holders.push(item.content.type);
  }
  // A text holds strings, an element holds types: never both.
  while (last === null && budget.steps > 0) {
    const holder = holders.pop();
    if (holder === undefined) return null;
    last = lastSurvivor(holder, isNew, budget);
  }
  return last;
}
