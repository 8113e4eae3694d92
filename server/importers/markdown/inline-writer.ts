// The inline tokens of one Markdown block as words with their marks.
import type { Token } from 'markdown-it';
import type { Words, WordsMark } from '../../../domain/import/block.ts';
import { isLinkTarget } from '../../../domain/text/link-target.ts';

export class InlineWriter {
  /** How many were met so far, over all blocks. */
  pictures = 0;
  tags = 0;

  /** Without white space at the ends. */
  wordsOf(tokens: readonly Token[]): Words[] {
    const words: Words[] = [];
    let marks: readonly WordsMark[] = [];
    const add = (text: string, more: readonly WordsMark[] = []): void => {
      if (text === '') return;
      const borne = [...marks, ...more];
      const last = words.at(-1);
      if (last && sameMarks(last.marks ?? [], borne))
        words[words.length - 1] = { ...last, text: last.text + text };
      else words.push(borne.length === 0 ? { text } : { text, marks: borne });
    };
    // Every mark that is open, also those that a text cannot bear: a close ends the last of its kind.
    const open: (WordsMark | null)[] = [];
    const begin = (mark: WordsMark | null): void => {
      open.push(mark);
      marks = distinct(open);
    };
    const end = (): void => {
      open.pop();
      marks = distinct(open);
    };
    for (const token of tokens) {
      if (token.type === 'text' || token.type === 'text_special') add(token.content);
      else if (token.type === 'softbreak') add(' ');
      else if (token.type === 'hardbreak') words.push({ text: '\n' });
      else if (token.type === 'code_inline') add(token.content, [{ type: 'code' }]);
      else if (token.type === 'strong_open') begin({ type: 'strong' });
      else if (token.type === 'em_open') begin({ type: 'em' });
      else if (token.type === 'link_open') begin(linkTo(token));
      else if (token.type.endsWith('_close')) end();
      else if (token.type === 'image') {
        this.pictures += 1;
        add(token.content);
      } else if (token.type === 'html_inline') {
        this.tags += 1;
        // A tag that ends a line is all that keeps the words before and after it apart.
        if (/^<(?:br|hr|\/?(?:p|div|li|td|th|tr))\b/i.test(token.content)) add(' ');
      }
    }
    return trimmed(words);
  }
}

function linkTo(token: Token): WordsMark | null {
  const href = token.attrGet('href');
  return isLinkTarget(href) ? { type: 'link', attrs: { href } } : null;
}

/** Markdown may nest bold in bold; a text bears each mark once, of links the innermost. */
function distinct(open: readonly (WordsMark | null)[]): WordsMark[] {
  const byType = new Map<string, WordsMark>();
  for (const mark of open) if (mark !== null) byType.set(mark.type, mark);
  return [...byType.values()];
}

function sameMarks(one: readonly WordsMark[], other: readonly WordsMark[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}

function trimmed(words: readonly Words[]): Words[] {
  const kept = [...words];
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    const text = first.text.trimStart();
    if (text !== '') {
      kept[0] = { ...first, text };
      break;
    }
    kept.shift();
  }
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '') {
      kept[kept.length - 1] = { ...last, text };
      break;
    }
    kept.pop();
  }
  return kept;
}
