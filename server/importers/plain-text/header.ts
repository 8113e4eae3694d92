// Finds title, byline and dateline at the head of a text. They are taken as
// written and only in this order, so that head and text together are the file.
import { limits } from '../../../domain/limits.ts';
import { isFull, type Layout, type Line } from './layout.ts';
import { beginsLower, endsSentence, joinLines } from './sentence.ts';

export interface Header {
  /** Empty where the file has none. */
  readonly title: string;
  readonly byline: string;
  readonly dateline: string;
  /** How many lines it took. */
  readonly lines: number;
}

const longestTitle = 200;
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\\.?';
const weekday = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?';
const year = '(?:,? \\d{4})?';
const time =
  '(?:,?(?: at| -| –| —| \\|)? \\d{1,2}(?:[:.]\\d{2})? ?(?:[ap]\\.?m\\.?)?(?: ?\\(?[A-Z]{2,5}\\)?)?)?';
const day = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?${year}|\\d{1,2}(?:st|nd|rd|th|\\.)? ${month}${year}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`;
const place = "(?:[\\p{Lu}][\\p{L}'’. -]{1,40}, ){0,2}";
const said = '(?:(?:Published|Updated|Posted|Last updated)(?: on)?:? )?';
const datelines = new RegExp(`^${said}${place}${weekday}${day}${time}\\.?$`, 'iu');

const nameWord =
  "(?:\\p{Lu}[\\p{L}'’.-]*|de|del|della|da|di|du|van|von|der|den|bin|ibn|al-\\p{L}+|el|la|le|ter|zu)";
const name = new RegExp(`^\\p{Lu}[\\p{L}'’.-]*(?: ${nameWord}){1,4}$`, 'u');
const nameAfterBy = new RegExp(`^\\p{Lu}[\\p{L}'’.-]*(?: ${nameWord}){0,5}$`, 'u');

/** How many people a byline names; 0 for a line that is none. */
function namesIn(line: string): number {
  if (line.length > limits.line) return 0;
  const by = /^(?:by|von|par|por):?\s+/i.exec(line)?.[0] ?? '';
  const names = line.slice(by.length).split(/,? (?:and|with) |,? & |[,;] /);
  return names.every((each) => (by ? nameAfterBy : name).test(each))
    ? names.length + (by ? 1 : 0)
    : 0;
}

/** The lines from `from` on as one, or null where a blank line parts them or they end before. */
function joined(lines: readonly Line[], from: number, count: number): string | null {
  const taken = lines.slice(from, from + count);
  if (taken.length < count || taken.slice(1).some((line) => line.apart)) return null;
  return joinLines(taken.map((line) => line.text));
}

function isDateline(line: string | undefined): boolean {
  return line !== undefined && line.length <= 100 && datelines.test(line);
}

/** Byline and dateline from line `from` on. A single bare name is one only where a date follows. */
export function readCredits(lines: readonly Line[], from: number): Omit<Header, 'title'> {
  for (const count of [3, 2, 1]) {
    const byline = joined(lines, from, count);
    const names = byline === null ? 0 : namesIn(byline);
    const after = lines[from + count]?.text;
    if (byline !== null && names > 0 && (names > 1 || isDateline(after))) {
      const dated = isDateline(after);
      return {
        byline,
        dateline: dated ? (after ?? '') : '',
        lines: from + count + (dated ? 1 : 0),
      };
    }
  }
  const first = lines[from]?.text;
  return isDateline(first)
    ? { byline: '', dateline: first ?? '', lines: from + 1 }
    : { byline: '', dateline: '', lines: from };
}

function couldBeTitle(line: string, next: string): boolean {
  if (line.length > longestTitle || !/[\p{L}\d]/u.test(line) || /[,;]$/.test(line)) return false;
  return /[?!]["'”’»)]*$/u.test(line) || !endsSentence(line, next);
}

/** Without credits below it, a first line is a title only if the page sets it apart. */
function standsAlone(line: Line, next: Line, layout: Layout): boolean {
  if (next.apart) return true;
  if (beginsLower(next.text) || /[?!]["'”’»)]*$/u.test(line.text)) return false;
  return !layout.wrapped || !isFull(line.text, next.text, layout.width * 0.8);
}

export function readHeader(lines: readonly Line[], layout: Layout): Header {
  const none: Header = { title: '', byline: '', dateline: '', lines: 0 };
  for (const count of [1, 2, 3]) {
    const title = joined(lines, 0, count);
    const next = lines[count];
    if (title === null || next === undefined) break;
    if (!couldBeTitle(title, next.text)) continue;
    const credits = readCredits(lines, count);
    if (credits.lines > count && credits.lines < lines.length) return { title, ...credits };
  }
  const [first, second] = lines;
  if (first === undefined || second === undefined) return none;
  return couldBeTitle(first.text, second.text) && standsAlone(first, second, layout)
    ? { ...none, title: first.text, lines: 1 }
    : none;
}
