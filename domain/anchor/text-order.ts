// The order in which texts stand in a document, for an anchor that lies on
// several of them. Deleted texts have their place too while they are linked.
import * as Y from 'yjs';

// Comparing two texts looks at what stands between them; numbering looks at every block once.
const COMPARED_MOST = 32;

/** The texts in text order. All must be, or have been a moment ago, under `fragment`. */
export function inTextOrder(texts: Iterable<Y.XmlText>, fragment: Y.XmlFragment): Y.XmlText[] {
  const list = [...texts];
  if (list.length <= COMPARED_MOST) return list.sort(compareTexts);
  const numbers = numberTexts(fragment);
  return list.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}

function compareTexts(a: Y.XmlText, b: Y.XmlText): number {
  if (a === b) return 0;
  const left = pathTo(a);
  const right = pathTo(b);
  let depth = 0;
  while (left[depth] !== undefined && left[depth] === right[depth]) depth++;
  return isBefore(left[depth], right[depth]) ? -1 : 1;
}

/** The items from the root's child down to the text's own. */
function pathTo(text: Y.XmlText): Y.Item[] {
  const path: Y.Item[] = [];
  for (let item = text._item; item !== null; ) {
    path.push(item);
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return path.reverse();
}

/** Of two siblings; looks both ways, since they are close to each other in nearly every case. */
function isBefore(a: Y.Item | undefined, b: Y.Item | undefined): boolean {
  if (a === undefined || b === undefined) return a === undefined;
  let right = a.right;
  let left = a.left;
  while (right !== null || left !== null) {
    if (right === b) return true;
    if (left === b) return false;
    right = right?.right ?? null;
    left = left?.left ?? null;
  }
  return true;
}

function numberTexts(fragment: Y.XmlFragment): Map<Y.XmlText, number> {
  const numbers = new Map<Y.XmlText, number>();
  const visit = (type: { readonly _start: Y.Item | null }): void => {
    for (let item = type._start; item !== null; item = item.right) {
      if (!(item.content instanceof Y.ContentType)) continue;
      if (item.content.type instanceof Y.XmlText) numbers.set(item.content.type, numbers.size);
      else visit(item.content.type);
    }
  };
  visit(fragment);
  return numbers;
}
