/** What a partial date says, in words: "23 November, the year is not known". English, as the interface is. */
import { type DateEnd, type DatePart, parseEdtf, UNDATED_DAY } from './edtf.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const seasons: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
};

/** Short enough for a line of facts: "about 2026", "23 November", "from 21 to 23 November 2026". Empty for what is no date. */
export function dateWords(edtf: string): string {
  const read = parseEdtf(edtf);
  if (read === null) return '';
  if (read.kind === 'date') return partWords(read.at);
  const { from, to } = read;
  if (from === 'open') return `until ${endWords(to)}`;
  if (to === 'open') return `since ${endWords(from)}`;
  return `from ${shared(from, to)} to ${endWords(to)}`;
}

/** The same with all that is not known said: for the field where a date is written, and for screen readers. */
export function dateMeaning(edtf: string): string {
  const read = parseEdtf(edtf);
  if (read === null) return '';
  const parts = read.kind === 'date' ? [read.at] : [read.from, read.to];
  const words = dateWords(edtf);
  if (edtf === UNDATED_DAY) return 'A day whose date is not known.';
  const missing = [...new Set(parts.flatMap(unknownIn))];
  const said = words.charAt(0).toUpperCase() + words.slice(1);
  if (missing.length === 0) return `${said}.`;
  return `${said}; the ${missing.join(' and the ')} ${missing.length > 1 ? 'are' : 'is'} not known.`;
}

/** Unknown ends say so in the words themselves. */
function unknownIn(end: DateEnd): string[] {
  if (typeof end === 'string') return [];
  return [
    ...(end.year === 'XXXX' ? ['year'] : []),
    ...(end.month === 'XX' ? ['month'] : []),
    ...(end.day === 'XX' ? ['day'] : []),
  ];
}

function endWords(end: DateEnd): string {
  if (end === 'open') return 'now';
  return end === 'unknown' ? 'an unknown date' : partWords(end);
}

/** The beginning without the month or year that the end says anyway. */
function shared(from: DateEnd, to: DateEnd): string {
  if (typeof from === 'string' || typeof to === 'string') return endWords(from);
  const plain = !from.unsure && !from.about && !to.unsure && !to.about;
  if (!plain || from.year !== to.year || to.month === null) return endWords(from);
  const full = known(from.day) && known(to.day);
  if (full && from.month === to.month && known(from.month)) return String(Number(from.day));
  const monthly = known(from.month) && known(to.month) && from.year !== 'XXXX';
  return monthly ? bareWords({ ...from, year: 'XXXX' }) : endWords(from);
}

function partWords(part: DatePart): string {
  const about = part.about ? 'about ' : '';
  return `${about}${bareWords(part)}${part.unsure ? ' (unsure)' : ''}`;
}

function bareWords({ year, month, day }: DatePart): string {
  const ofYear = yearWords(year);
  if (month === null) return ofYear?.replace(/^of /, '') ?? 'a year';
  const season = seasons[month];
  if (season) return joined([season, ofYear]);
  if (month === 'XX') {
    if (known(day)) return joined([`day ${Number(day)} of a month`, ofYear && inYear(ofYear)]);
    const what = day === null ? 'a month' : 'a day';
    return joined([what, ofYear && inYear(ofYear)]);
  }
  const name = months[Number(month) - 1] ?? '';
  if (day === null) return joined([name, ofYear]);
  return joined([known(day) ? `${Number(day)} ${name}` : `a day in ${name}`, ofYear]);
}

function yearWords(year: string): string | null {
  if (year === 'XXXX') return null;
  if (!year.includes('X')) return year;
  if (/^\d{3}X$/.test(year)) return `the ${year.slice(0, 3)}0s`;
  if (/^\d{2}XX$/.test(year)) return `between ${year.slice(0, 2)}00 and ${year.slice(0, 2)}99`;
  if (/^XX\d{2}$/.test(year)) return `of a year ending in ${year.slice(2)}`;
  return `of a year written ${year}`;
}

function inYear(words: string): string {
  return words.startsWith('of ') || words.startsWith('between ') ? words : `in ${words}`;
}

function known(digits: string | null): digits is string {
  return digits !== null && digits !== 'XX';
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' ');
}
