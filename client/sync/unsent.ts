/** Which words of the text the server has not confirmed: what a clean start would lose. */
import * as Y from 'yjs';

/** Yjs clocks up to which the server is known to hold a client's changes. */
export type Known = ReadonlyMap<number, number>;

/** Whether the document holds changes beyond `known`. Deletions move no clock and do not show here. */
export function hasUnsent(doc: Y.Doc, known: Known): boolean {
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    if (clock > (known.get(client) ?? 0)) return true;
  }
  return false;
}

/**
 * The words in `text` beyond `known`, in the order of the text: neighbours
 * together, the rest on lines of their own. Words that were moved (a split
 * paragraph re-inserts its end) count as new, so it may be more than was typed,
 * never less.
 */
export function unsentWords(text: Y.XmlFragment, known: Known): string {
  const lines: string[] = [];
  for (const type of textsOf(text)) {
    let run = '';
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const fresh = item.content.str.slice(
        Math.max(0, (known.get(item.id.client) ?? 0) - item.id.clock),
      );
      if (fresh.length < item.content.str.length && run !== '') {
        lines.push(run);
        run = '';
      }
      run += fresh;
    }
    if (run !== '') lines.push(run);
  }
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function* textsOf(parent: Y.XmlFragment): Generator<Y.XmlText> {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) yield child;
    else if (child instanceof Y.XmlElement) yield* textsOf(child);
  }
}
