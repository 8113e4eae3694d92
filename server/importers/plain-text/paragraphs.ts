// Lines to paragraphs. In wrapped text a line that ends a sentence ends a
// paragraph; where blank lines divide the paragraphs, a full line does not.
// No character but white space is ever added or lost.
import { beginsItem, isFull, type Layout, type Line } from './layout.ts';
import { beginsLower, endsSentence, joinLines, runsOn } from './sentence.ts';

/** `start` is the first line of the paragraph so far. */
function continues(start: string, line: Line, next: Line, layout: Layout): boolean {
  if (beginsItem(start, line.text, next.text)) return false;
  const ended = endsSentence(line.text, next.text);
  // A page break in mid-sentence; a heading before a paragraph is none.
  if (next.apart) return !ended && beginsLower(next.text);
  if (ended) return layout.wrapped && layout.spaced && isFull(line.text, next.text, layout.width);
  return layout.wrapped || runsOn(line.text, next.text) || line.text.endsWith(';');
}

export function paragraphsOf(lines: readonly Line[], layout: Layout): string[] {
  const paragraphs: string[] = [];
  let pending: string[] = [];
  for (const [index, line] of lines.entries()) {
    pending.push(line.text);
    const next = lines[index + 1];
    if (next !== undefined && continues(pending[0] ?? '', line, next, layout)) continue;
    paragraphs.push(joinLines(pending));
    pending = [];
  }
  return paragraphs;
}
