// Whether a line ends a sentence, and how two lines become one. Pure text, no
// layout: what the page's width says about it is decided in layout.ts.

import { joint } from '../../../domain/text/joint.ts';

/** Closing quotes and brackets, and the note numbers that stand after a full stop. */
const closers = /(?:["'”’»›)\]}]|\[\d{1,4}\]|\s)+$/u;
const openers = /^[\s"'“‘„«‹([{–—-]+/u;
const stop = /[.!?…。！？؟۔।]$/u;

/** They stand before a name or a word, never at the end of a sentence. */
const beforeName = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cpt Sgt Cpl Pvt Adm Cmdr Brig Gov Sen Rep Rev Hon Pres ' +
    'St Mt Ft Messrs Mme Mlle Fr Hr Sr Sra vs cf approx ca viz Dept Univ e.g i.e'
  ).split(' '),
);
/** Abbreviations if a number follows, else words. */
const beforeNumber = new Set(
  (
    'No Nos no nos Fig Figs fig figs Vol vol p pp Art art Sec sec Ch ch Jan Feb Mar Apr Jun Jul Aug Sep ' +
    'Sept Oct Nov Dec'
  ).split(' '),
);
/** They end a sentence as often as not; what follows decides. */
const eitherWay = new Set('etc al Inc Ltd Co Corp Bros Jr Esq'.split(' '));

/** How much of a line's end or beginning is looked at: a hostile line may be megabytes of quotes. */
const glance = 80;

function beginning(line: string): string {
  return line.slice(0, glance).replace(openers, '');
}

/** Whether a line begins in lower case, which no sentence does. */
export function beginsLower(line: string): boolean {
  return /^\p{Ll}/u.test(beginning(line));
}

/** No sentence and no heading ends with one of these. */
const hanging =
  /(?:[,–—-]|\b(?:the|an?|of|and|or|in|on|at|to|for|by|with|from|that|than|as|is|are|was|were|der|die|das|und|oder|von|zu|le|la|les|de|et|el|los|y))$/u;

/** Whether what `line` says plainly goes on in `next`: stronger than that no sentence ends. */
export function runsOn(line: string, next: string): boolean {
  return beginsLower(next) || hanging.test(line.slice(-glance));
}

/**
 * Whether a sentence ends where `line` ends, `next` being the line after it.
 * "Mr.", "U.S." and the initial "W." end none; neither does "Why?" before
 * "he asked".
 */
export function endsSentence(line: string, next: string): boolean {
  const bare = line.slice(-glance).replace(closers, '');
  if (!stop.test(bare)) return false;
  if (!bare.endsWith('.') || bare.endsWith('..')) return !beginsLower(next);
  const word = /[\p{L}.]+$/u.exec(bare.slice(0, -1))?.[0].replace(/^\.+/, '') ?? '';
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}{1,2}$/u.test(word)) return false;
  if (beforeName.has(word)) return false;
  if (beforeNumber.has(word) && /^\d/.test(beginning(next))) return false;
  return !eitherWay.has(word) || !beginsLower(next);
}

/** One line of several: a space between, or none where a hyphen or a dash joins. */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => (index === 0 ? line : joint(lines[index - 1] ?? '', line) + line))
    .join('');
}
