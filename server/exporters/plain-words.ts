// The small things that every format without markup of its own writes alike:
// days, partial dates, one line out of many parts, text that may turn around.
import type { PartialDate } from '../../domain/record/fields.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "23 Nov 2026", of UTC: the same file wherever it is written. */
export function day(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** The words of the text, then how they were read: "November 23 (XXXX-11-23)". */
export function partialDate(date: PartialDate | null): string {
  if (date === null) return '';
  if (date.asWritten === '' || date.asWritten === date.edtf) return date.edtf;
  return `${date.asWritten} (${date.edtf})`;
}

/** Parts that say something, joined by middle dots. */
export function dottedWords(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}

const opens = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/u;
const controls = /[\u202a-\u202e\u2066-\u2069]/gu;
const POP_EMBEDDING = '\u202c';
const POP_ISOLATE = '\u2069';

/**
 * Whatever turns the direction of what follows is ended where these words end,
 * and ends nothing that began before them.
 */
export function bidiClosed(words: string): string {
  if (words.search(controls) < 0) return words;
  const open: string[] = [];
  const kept = words.replace(controls, (sign) => {
    if (opens.test(sign)) {
      open.push(sign >= '\u2066' ? POP_ISOLATE : POP_EMBEDDING);
      return sign;
    }
    if (open.at(-1) !== sign) return '';
    open.pop();
    return sign;
  });
  return kept + open.toReversed().join('');
}

/** Control characters, which no text format can hold, become U+FFFD; tabs and line breaks stay. */
export function printable(words: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  return words.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd');
}
