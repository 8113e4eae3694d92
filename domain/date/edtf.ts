/**
 * Dates of which a part may be missing: EDTF (ISO 8601-2) as far as texts need
 * it. A day, a month, a season or a year, with X for each digit that is not
 * known, `?` unsure, `~` about, `%` both at the end; or two of them with `/`
 * between, of which one may be `..` (open) or nothing (unknown). Years have
 * four digits. No clock is read: what is not written is not known.
 */

export interface DatePart {
  /** Four of `0`–`9` and `X`. */
  readonly year: string;
  /** `01`–`12`, a season `21`–`24`, `XX` for an unknown one; null where none is named. */
  readonly month: string | null;
  /** `01`–`31`, `XX`; null where none is named. */
  readonly day: string | null;
  readonly unsure: boolean;
  readonly about: boolean;
}

/** The end of an interval that goes on, or that nobody knows. */
export type DateEnd = DatePart | 'open' | 'unknown';

export type Edtf =
  | { readonly kind: 'date'; readonly at: DatePart }
  | { readonly kind: 'interval'; readonly from: DateEnd; readonly to: DateEnd };

const month = '(?:0[1-9]|1[0-2]|XX)';
const day = '(?:0[1-9]|[12][0-9]|3[01]|XX)';
const part = `[0-9X]{4}(?:-(?:2[1-4]|${month}(?:-${day})?))?[?~%]?`;
const end = `(?:${part}|\\.\\.)?`;
/** Every string of this form; `parseEdtf` knows the calendar too. */
export const edtfForm = new RegExp(`^(?:${part}|${part}/${end}|${end}/${part})$`);

/** What a wrong one is told. */
export const EDTF_FORM =
  'A date is written as 2026-11-23, with X for what is not known: XXXX-11-23. From and to: 2026-11-21/2026-11-23.';

/** A day that no part of is known: "yesterday", in a text that does not say when it was written. */
export const UNDATED_DAY = 'XXXX-XX-XX';

/** Null where it is no date: not of the form, not in the calendar, or an interval that ends before it begins. */
export function parseEdtf(text: string): Edtf | null {
  if (!edtfForm.test(text)) return null;
  const [first = '', second] = text.split('/');
  if (second === undefined) {
    const at = parsePart(first);
    return at && { kind: 'date', at };
  }
  const from = parseEnd(first);
  const to = parseEnd(second);
  if (from === null || to === null) return null;
  const isBackward = earliest(from) > latest(to);
  return isBackward ? null : { kind: 'interval', from, to };
}

function parseEnd(text: string): DateEnd | null {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : parsePart(text);
}

function parsePart(text: string): DatePart | null {
  const sign = text.at(-1) ?? '';
  const bare = '?~%'.includes(sign) ? text.slice(0, -1) : text;
  const [year = '', ofMonth = null, ofDay = null] = bare.split('-');
  const read: DatePart = {
    year,
    month: ofMonth,
    day: ofDay,
    unsure: sign === '?' || sign === '%',
    about: sign === '~' || sign === '%',
  };
  return isInCalendar(read) ? read : null;
}

/** Whether some year has such a day. */
function isInCalendar({ year, month: ofMonth, day: ofDay }: DatePart): boolean {
  if (ofDay === null || ofDay === 'XX' || ofMonth === null || ofMonth === 'XX') return true;
  if (Number(ofDay) <= daysIn(4, Number(ofMonth))) {
    // Only the 29th of February depends on the year.
    return ofMonth !== '02' || ofDay !== '29' || year.includes('X') || isLeap(Number(year));
  }
  return false;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysIn(year: number, ofMonth: number): number {
  if (ofMonth === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(ofMonth) ? 30 : 31;
}

/** Northern seasons by the months that they begin and end with, which is enough to order them. */
const seasons: Readonly<Record<string, readonly [string, string]>> = {
  '21': ['03', '05'],
  '22': ['06', '08'],
  '23': ['09', '11'],
  '24': ['12', '12'],
};

/** The first day that may be meant, `YYYY-MM-DD`; ends that nobody knows come first of all. */
function earliest(end: DateEnd): string {
  if (typeof end === 'string') return '';
  const ofMonth = end.month ?? 'XX';
  const from = seasons[ofMonth]?.[0] ?? (ofMonth === 'XX' ? '01' : ofMonth);
  const ofDay = end.day === null || end.day === 'XX' ? '01' : end.day;
  return `${end.year.replaceAll('X', '0')}-${from}-${ofDay}`;
}

/** The last day that may be meant; ends that nobody knows come last of all. */
function latest(end: DateEnd): string {
  if (typeof end === 'string') return '~';
  const ofMonth = end.month ?? 'XX';
  const to = seasons[ofMonth]?.[1] ?? (ofMonth === 'XX' ? '12' : ofMonth);
  const ofDay = end.day === null || end.day === 'XX' ? '31' : end.day;
  return `${end.year.replaceAll('X', '9')}-${to}-${ofDay}`;
}

/**
 * Orders valid dates for a list: by the first day that may be meant, then by the
 * last, then by how they are written. What has no year at all comes after all
 * that has one: it could be in any.
 */
export function compareEdtf(a: string, b: string): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function keyOf(text: string): string {
  const read = parseEdtf(text);
  if (read === null) return `2 ${text}`;
  const [from, to] = read.kind === 'date' ? [read.at, read.at] : [read.from, read.to];
  const known = from === 'open' || from === 'unknown' ? to : from;
  const yearless = typeof known !== 'string' && known.year === 'XXXX';
  return `${yearless ? 1 : 0} ${earliest(from)} ${latest(to)} ${text}`;
}

/** Whether both may be one and the same day: `2022-11-23` and `XXXX-11-23` may. */
export function mayBeSame(a: string, b: string): boolean {
  const [x, y] = [parseEdtf(a), parseEdtf(b)];
  if (x?.kind !== 'date' || y?.kind !== 'date') return a === b;
  return (['year', 'month', 'day'] as const).every((each) => fits(x.at[each], y.at[each]));
}

/** Digit by digit, X fits all; a part that only one names does not speak against it. */
function fits(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  return [...a].every((digit, at) => digit === 'X' || b[at] === 'X' || digit === b[at]);
}
