/**
 * Dates as people write them in running text, read without inventing anything:
 * a year, month or day that the words do not give is X, "on Monday" and
 * "yesterday" are days without a date (`XXXX-XX-XX`), and 11/12/2022 could be
 * either, so only its year is read. Names of months are those of the language.
 */
import { parseEdtf, UNDATED_DAY } from './edtf.ts';
import { type DateNames, dateNames } from './month-names.ts';

/** A day that is told from the day of the text. */
export type RelativeDay =
  | { readonly kind: 'days'; readonly days: -1 | 0 | 1 }
  /** 0 is Sunday; `which`: "next Monday", "last Monday", or just Monday. */
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: 'last' | 'next' | 'some';
    };

export interface WrittenDate {
  readonly edtf: string;
  /** As they stand in the text. */
  readonly words: string;
  /** In UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
  readonly relative: RelativeDay | null;
}

interface Reading {
  readonly edtf: string;
  readonly relative?: RelativeDay;
}

interface Rule {
  readonly form: RegExp;
  read(match: RegExpExecArray, names: DateNames): Reading | null;
}

const D = '(0?[1-9]|[12]\\d|3[01])';
const YEAR = '([12]\\d{3})(?![\\d:])';
const TO = '\\s?(?:[–—-]|to|through|until|till|bis|à|al|до)\\s?';

/** In text order, none overlapping another. `language` is BCP 47; empty reads as English. */
export function writtenDates(text: string, language = 'en'): WrittenDate[] {
  const names = dateNames(language || 'en');
  const found = rulesFor(language || 'en', names).flatMap(({ form, read }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const reading = read(match, names);
      return reading ? [dateAt(text, match, reading)] : [];
    }),
  );
  const chosen: WrittenDate[] = [];
  let taken = 0;
  for (const date of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (date.from < taken) continue;
    taken = date.to;
    // The 30th of February is no date; nor is the February in it.
    if (parseEdtf(date.edtf)) chosen.push(date);
  }
  return chosen;
}

function dateAt(text: string, match: RegExpExecArray, reading: Reading): WrittenDate {
  const from = match.index;
  const words = match[0];
  const about = !reading.relative && !reading.edtf.includes('/') && isAbout(text.slice(0, from));
  return {
    edtf: about ? `${reading.edtf}~` : reading.edtf,
    words,
    from,
    to: from + words.length,
    relative: reading.relative ?? null,
  };
}

/** Words that are a date and nothing else ("on November 23"); null where they are none, or more than one. */
export function readWrittenDate(words: string, language = 'en'): WrittenDate | null {
  const [only, ...more] = writtenDates(words, language);
  if (!only || more.length > 0) return null;
  const beside = `${words.slice(0, only.from)} ${words.slice(only.to)}`;
  const isOnlyDate =
    /^[\s,.]*(?:(?:on|in|at|about|around|circa|c\.|ca\.|the|of|since|until|by|from|am|im|le|el)[\s,.]*)*$/i;
  return isOnlyDate.test(beside) ? only : null;
}

function isAbout(before: string): boolean {
  return /(?:\b(?:about|around|circa|approximately|roughly)|(?:^|\s)ca?\.)\s+(?:the\s+)?$/i.test(
    before,
  );
}

const rules = new Map<string, readonly Rule[]>();

function rulesFor(language: string, names: DateNames): readonly Rule[] {
  const known = rules.get(language);
  if (known) return known;
  const english = /^en(?:-|$)/i.test(language);
  const made = [...figures(english), ...named(names), ...(english ? englishOnly(names) : [])];
  rules.set(language, made);
  return made;
}

/** Dates in figures alone. */
function figures(english: boolean): Rule[] {
  const rule = (form: string, read: (found: readonly string[]) => string | null): Rule => ({
    form: new RegExp(`(?<![\\d./-])${form}(?![\\d/])`, 'gu'),
    read: (match) => wrap(read(match.slice(1).map((each) => each ?? ''))),
  });
  return [
    rule('(\\d{4})-(\\d{2})-(\\d{2})', ([y = '', m = '', d = '']) => `${y}-${m}-${d}`),
    rule('(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})', ([d = '', m = '', y = '']) => ymd(y, m, d)),
    rule('(\\d{1,2})/(\\d{1,2})/(\\d{4})', ([a = '', b = '', y = '']) => slashed(a, b, y)),
    rule('(\\d{4})[年년]\\s?(\\d{1,2})[月월]\\s?(\\d{1,2})[日일]', ([y = '', m = '', d = '']) =>
      ymd(y, m, d),
    ),
    rule('(\\d{1,2})[月월]\\s?(\\d{1,2})[日일]', ([m = '', d = '']) => ymd('XXXX', m, d)),
    rule('(\\d{4})[年년]\\s?(\\d{1,2})[月월]', ([y = '', m = '']) => ym(y, m)),
    // With a year of two figures, or with none, only where figures are written so.
    ...(english
      ? []
      : [
          rule('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2})', ([d = '', m = '', y = '']) =>
            ymd(`XX${y}`, m, d),
          ),
          rule('(\\d{1,2})\\.\\s?(\\d{1,2})\\.', ([d = '', m = '']) => ymd('XXXX', m, d)),
        ]),
  ];
}

/** Which figure is the day is certain only above 12. */
function slashed(a: string, b: string, year: string): string {
  if (Number(a) > 12) return ymd(year, b, a);
  if (Number(b) > 12 || a === b) return ymd(year, a, b);
  return `${year}-XX-XX`;
}

/** Dates with the name of a month, the day before it or behind it. */
function named({ monthPattern, weekdayPattern, months }: DateNames): Rule[] {
  const month = (name: string | undefined): string =>
    String(months.get((name ?? '').replace(/\.$/, '').toLowerCase()) ?? 'XX');
  const M = `(${monthPattern})\\.?(?![\\p{L}])`;
  const W = `(?:(?:${weekdayPattern}),?\\s)?`;
  const OF = '(?:\\sde|\\sof)?\\s';
  const AFTER = `(?:,?${OF}${YEAR})?`;
  const DTH = `${D}(?:st|nd|rd|th|er|\\.|º)?(?![\\d\\p{L}])`;
  const rule = (form: string, read: (found: readonly (string | undefined)[]) => string): Rule => ({
    form: new RegExp(`(?<![\\p{L}\\d])${form}`, 'gu'),
    read: (match) => wrap(read(match.slice(1))),
  });
  return [
    rule(`${W}${M}\\s${DTH}${TO}${DTH}${AFTER}`, ([m, d, e, y = 'XXXX']) =>
      span(ymd(y, month(m), d), ymd(y, month(m), e)),
    ),
    rule(`${W}${M}\\s${DTH}${TO}${M}\\s${DTH}${AFTER}`, ([m, d, n, e, y = 'XXXX']) =>
      span(ymd(y, month(m), d), ymd(y, month(n), e)),
    ),
    rule(`${DTH}${TO}${DTH}${OF}${M}${AFTER}`, ([d, e, m, y = 'XXXX']) =>
      span(ymd(y, month(m), d), ymd(y, month(m), e)),
    ),
    rule(`${DTH}${OF}${M}${TO}${DTH}${OF}${M}${AFTER}`, ([d, m, e, n, y = 'XXXX']) =>
      span(ymd(y, month(m), d), ymd(y, month(n), e)),
    ),
    rule(`${W}${M}\\s${DTH}${AFTER}`, ([m, d, y = 'XXXX']) => ymd(y, month(m), d)),
    rule(`${W}${DTH}${OF}${M}${AFTER}`, ([d, m, y = 'XXXX']) => ymd(y, month(m), d)),
    rule(`${M},?${OF}${YEAR}`, ([m, y = '']) => ym(y, month(m))),
  ];
}

const seasons: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
};

/** What takes knowing the language: a month or a year by itself, days told from today. */
function englishOnly({ monthPattern, weekdayPattern, weekdays, months }: DateNames): Rule[] {
  const before =
    '(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id|[Tt]hrough)[\\s-])';
  const month = (name: string | undefined): string =>
    String(months.get((name ?? '').toLowerCase()) ?? '');
  const rule = (form: string, read: (match: RegExpExecArray) => Reading | null): Rule => ({
    form: new RegExp(`(?<![\\p{L}\\d])${form}(?![\\p{L}\\d])`, 'gu'),
    read,
  });
  return [
    rule(
      `(?<=\\b[Bb]etween\\s)(${monthPattern})\\s${D}\\sand\\s(?:(${monthPattern})\\s)?${D}(?:,?\\s${YEAR})?`,
      (match) => {
        const [, m, d, n = m, e, y = 'XXXX'] = match;
        return wrap(span(ymd(y, month(m), d), ymd(y, month(n), e)));
      },
    ),
    rule(`${before}(${monthPattern})`, (match) => wrap(ym('XXXX', month(match[1])))),
    rule(
      `(?<=\\b(?:[Ff]rom\\s|[Bb]etween\\s))${YEAR}\\s(?:to|and|until)\\s${YEAR}`,
      ([, a = '', b = '']) => wrap(span(a, b)),
    ),
    rule(
      `${before}(?:the\\syear\\s)?${YEAR}(?!\\s?(?:%|percent|people|men|soldiers|troops))`,
      (match) => wrap(match[1] ?? ''),
    ),
    rule('(?:the\\s)?([12]\\d{2})0s', (match) => wrap(`${match[1]}X`)),
    rule(`(spring|summer|autumn|fall|winter)\\s(?:of\\s)?${YEAR}`, (match) =>
      wrap(`${match[2]}-${seasons[match[1] ?? '']}`),
    ),
    rule(
      `(?:(?:[Oo]n|([Ll]ast|[Nn]ext)|[Tt]his)\\s)?(${weekdayPattern})`,
      ([, which = '', name = '']) => {
        const weekday = weekdays.get(name.toLowerCase());
        if (weekday === undefined) return null;
        const told = which.toLowerCase();
        const relative = {
          kind: 'weekday',
          weekday,
          which: told === 'last' || told === 'next' ? told : 'some',
        } as const;
        return { edtf: UNDATED_DAY, relative };
      },
    ),
    days('[Yy]esterday|[Ll]ast night', -1),
    days('[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)', 0),
    days('[Tt]omorrow', 1),
  ];
}

function days(words: string, by: -1 | 0 | 1): Rule {
  return {
    form: new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'gu'),
    read: () => ({ edtf: UNDATED_DAY, relative: { kind: 'days', days: by } }),
  };
}

function ymd(year: string, month: string, day: string | undefined): string {
  return `${ym(year, month)}-${(day ?? 'XX').padStart(2, '0')}`;
}

function ym(year: string, month: string): string {
  return `${year}-${month.padStart(2, '0')}`;
}

function span(from: string, to: string): string {
  return `${from}/${to}`;
}

function wrap(edtf: string | null): Reading | null {
  return edtf === null ? null : { edtf };
}
