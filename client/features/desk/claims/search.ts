/**
 * Finding words in claims as somebody types: every word that they typed must
 * be there, whatever its case, accents and quote style. `#12` means the number.
 */

/** As it is compared: as many UTF-16 units as before, so that places in one are places in the other. */
export function fold(words: string): string {
  const lower = words.toLowerCase();
  const even = lower.length === words.length ? lower : [...words].map(lowerOf).join('');
  return even.replace(/[^\0-\x7f]/g, foldOne);
}

/** Of a letter that grows when it is made small (İ), the beginning. */
function lowerOf(letter: string): string {
  return letter.toLowerCase().slice(0, letter.length).padEnd(letter.length);
}

const folded = new Map<string, string>();
const quotes = new Map<string, string>([['\u00a0', ' ']]);
for (const sign of '‘’‚‛′') quotes.set(sign, "'");
for (const sign of '“”„‟″«»') quotes.set(sign, '"');
for (const sign of '\u2010\u2011\u2012\u2013\u2014') quotes.set(sign, '-');

function foldOne(sign: string): string {
  let known = folded.get(sign);
  if (known === undefined) {
    known = quotes.get(sign) ?? sign.normalize('NFD').charAt(0);
    folded.set(sign, known);
  }
  return known;
}

/** The words of a search, folded; none for an empty one. */
export function termsOf(search: string): readonly string[] {
  return fold(search).split(/\s+/).filter(Boolean);
}

/** `words`: folded, a claim's own number on the last line. */
export function matches(words: string, terms: readonly string[]): boolean {
  return terms.every((term) =>
    /^#\d+$/.test(term) ? words.endsWith(`\n${term}`) : words.includes(term),
  );
}

export interface Part {
  readonly words: string;
  readonly found: boolean;
}

/** The same words in parts, those that were looked for marked. */
export function partsOf(words: string, terms: readonly string[]): readonly Part[] {
  const inside = fold(words);
  const parts: Part[] = [];
  let at = 0;
  while (at < words.length) {
    const next = nextHit(inside, terms, at);
    if (!next) break;
    if (next.from > at) parts.push({ words: words.slice(at, next.from), found: false });
    parts.push({ words: words.slice(next.from, next.to), found: true });
    at = next.to;
  }
  if (at < words.length) parts.push({ words: words.slice(at), found: false });
  return parts;
}

function nextHit(
  inside: string,
  terms: readonly string[],
  at: number,
): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  for (const term of terms) {
    const from = inside.indexOf(term, at);
    if (from < 0) continue;
    const to = from + term.length;
    if (!best || from < best.from || (from === best.from && to > best.to)) best = { from, to };
  }
  return best;
}

/** How far into the words the first hit may stand before they are shown from there on. */
const SEEN = 60;
const BEFORE = 24;

/** The words, begun shortly before the first hit where that would stand too far behind to be seen. */
export function excerptOf(words: string, terms: readonly string[]): string {
  const first = nextHit(fold(words), terms, 0);
  if (!first || first.from <= SEEN) return words;
  const space = words.indexOf(' ', first.from - BEFORE);
  const from = space >= 0 && space < first.from ? space + 1 : first.from;
  return `…${words.slice(from)}`;
}
