// What stands between two lines, or two paragraphs, that become one.

/** Chinese and Japanese write no space between words, so a line break there stands for none. */
const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** "pre- and post-war": the hyphen waits for the second word. */
const waits = /^(?:and|or|to|nor|und|oder|bis|et|ou|y|o)\b/i;

/** A space, or nothing where a hyphen, a dash or the script joins. */
export function joint(left: string, right: string): '' | ' ' {
  const end = left.slice(-2);
  // A hyphen at the end of a line stays: whether the word has one otherwise, the file does not say.
  if (/\p{L}-$/u.test(end) && /^\p{L}/u.test(right) && !waits.test(right)) return '';
  if (/[\u00ad\u2010/]$/u.test(end)) return '';
  if (/[^\s\d]—$/u.test(end) || /^—\S/u.test(right)) return '';
  if (/\d[–-]$/u.test(end) && /^\d/.test(right)) return '';
  return spaceless.test(end.slice(-1)) && spaceless.test(right.slice(0, 1)) ? '' : ' ';
}
