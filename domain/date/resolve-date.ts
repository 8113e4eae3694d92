/**
 * What a date without year, or a day told from another day, would be if the text
 * speaks from its own day. Always an offer: nobody but a person knows whether
 * the text does.
 */
import { daysIn, parseEdtf } from './edtf.ts';
import type { WrittenDate } from './written-dates.ts';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 60 days, in ms. */
const SOON = 60 * 86_400_000;

/** Null where nothing can be said: the date is whole, or the text's own day is not. `asOf` is EDTF. */
export function resolvedDate(
  written: Pick<WrittenDate, 'edtf' | 'relative'>,
  asOf: string,
): string | null {
  const day = dayOf(asOf);
  if (!day) return null;
  const { edtf, relative } = written;
  if (relative?.kind === 'days') return edtfOf(moved(day, relative.days));
  if (relative) {
    const back = (weekdayOf(day) - relative.weekday + 7) % 7;
    if (relative.which === 'next') return edtfOf(moved(day, back === 0 ? 7 : 7 - back));
    return edtfOf(moved(day, relative.which === 'last' && back === 0 ? -7 : -back));
  }
  const parts = edtf.split('/').map((part) => yearless(part));
  if (!parts.every((part) => part !== null)) return null;
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const year = likelyYear(first, day);
  const ends = first === last ? [first] : [first, last];
  const wraps = last.month < first.month;
  const found = ends
    .map(({ text }, at) => text.replace('XXXX', String(at > 0 && wraps ? year + 1 : year)))
    .join('/');
  return parseEdtf(found) ? found : null;
}

/** A month, with a day or not, of which only the year is missing. */
function yearless(text: string): { text: string; month: number; day: number } | null {
  const found = /^XXXX-(0[1-9]|1[0-2])(?:-(\d{2}))?[?~%]?$/.exec(text);
  return found && { text, month: Number(found[1]), day: Number(found[2] ?? '15') };
}

/** The latest year in which it is past, or soon to come: texts tell more of what has been. */
function likelyYear({ month, day }: { month: number; day: number }, near: Day): number {
  const at = (year: number, ofMonth: number, ofDay: number): number =>
    Date.UTC(year, ofMonth - 1, ofDay);
  const latest = at(near.year, near.month, near.day) + SOON;
  const years = [near.year + 1, near.year, near.year - 1];
  return years.find((year) => at(year, month, day) <= latest) ?? near.year;
}

function dayOf(edtf: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})[?~%]?$/.exec(edtf);
  if (!found || parseEdtf(edtf) === null) return null;
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** By less than a month. */
function moved({ year, month, day }: Day, by: number): Day {
  const length = daysIn(year, month);
  if (day + by > length) {
    const after = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
    return { ...after, day: day + by - length };
  }
  if (day + by >= 1) return { year, month, day: day + by };
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return { ...before, day: daysIn(before.year, before.month) + day + by };
}

function edtfOf({ year, month, day }: Day): string {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
