// Turns the report with its marked words into a text of the schema, and says
// where each claim's words lie in the plain text.
import type { Mark, Node } from 'prosemirror-model';
import { NodeText } from '../../domain/text/plain-text.ts';
import { textSchema } from '../../domain/text/schema.ts';

export interface MarkedText {
  readonly text: Node;
  readonly plain: string;
  /** In UTF-16 units of the plain text. */
  rangeOf(key: string): { readonly start: number; readonly end: number };
}

const tag = /<(\/?)([a-z]+)>/g;

/** Throws where a key is not both opened and closed. `anchorOf` gives the id that a claim has. */
export function markedText(
  paragraphs: readonly string[],
  anchorOf: (key: string) => string,
): MarkedText {
  const blocks = paragraphs.map((line) =>
    line.startsWith('# ')
      ? textSchema.node('heading', { level: 2 }, inline(line.slice(2), anchorOf))
      : textSchema.node('paragraph', null, inline(line, anchorOf)),
  );
  const text = textSchema.node('doc', null, [textSchema.node('section', null, blocks)]);
  const plain = new NodeText(text).string;
  return { text, plain, rangeOf: (key) => rangeOf(paragraphs, key) };
}

function inline(line: string, anchorOf: (key: string) => string): Node[] {
  const nodes: Node[] = [];
  let open: readonly string[] = [];
  const say = (words: string): void => {
    if (words === '') return;
    const marks: Mark[] = open.map((key) => textSchema.mark('anchor', { id: anchorOf(key) }));
    nodes.push(textSchema.text(words, marks));
  };
  let from = 0;
  for (const { 0: whole, 1: closing, 2: key = '', index } of line.matchAll(tag)) {
    say(line.slice(from, index));
    open = closing === '/' ? open.filter((each) => each !== key) : [...open, key];
    from = index + whole.length;
  }
  say(line.slice(from));
  if (open.length > 0) throw new RangeError(`The words of ${open.join(', ')} do not end`);
  return nodes;
}

function rangeOf(paragraphs: readonly string[], key: string): { start: number; end: number } {
  const lines = paragraphs.map((line) => line.replace(/^# /, '')).join('\n');
  const [before, words] = lines.split(new RegExp(`</?${key}>`));
  if (before === undefined || words === undefined) throw new RangeError(`No words of ${key}`);
  const start = before.replaceAll(tag, '').length;
  return { start, end: start + words.replaceAll(tag, '').length };
}
