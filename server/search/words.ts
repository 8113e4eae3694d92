/**
 * What text and queries are cut into before any index sees them, so that every
 * index finds the same: words, folded in case, accents and letter forms; and in
 * scripts that are written without spaces, single characters, which a query
 * then looks for side by side.
 */

export interface Word {
  readonly token: string;
  /** In UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
}

const RUNS = /[\p{L}\p{N}\p{M}]+/gu;
/** One character of a script without spaces, with the marks on it. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆][\p{M}]*/gu;
/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and the stretched line. */
const ACCENTS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
/** Longer ones are no words: keys, hashes. Their beginning is enough to find them. */
const LONGEST = 60;

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(ACCENTS, '')
    .replaceAll(FOLDED, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  const add = (run: string, from: number): void => {
    const token = fold(run).slice(0, LONGEST);
    // Marks alone, or what folds to something that is no word.
    if (/[\p{L}\p{N}]/u.test(token)) words.push({ token, from, to: from + run.length });
  };
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    let at = 0;
    for (const { 0: character, index: inner } of run.matchAll(SPACELESS)) {
      if (inner > at) add(run.slice(at, inner), index + at);
      add(character, index + inner);
      at = inner + character.length;
    }
    if (at < run.length) add(run.slice(at), index + at);
  }
  return words;
}

/** The tokens between spaces, as an index takes them. */
export function tokensOf(text: string): string {
  return wordsIn(text)
    .map(({ token }) => token)
    .join(' ');
}
