/** The names of months and weekdays in the language of a text, as it writes them beside a day and alone. */

export interface DateNames {
  /** By the name without its full stop, in lower case: 1–12. */
  readonly months: ReadonlyMap<string, number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Alternatives for a regular expression, the longest first. */
  readonly monthPattern: string;
  readonly weekdayPattern: string;
}

const known = new Map<string, DateNames>();

/** An unknown language reads as English. */
export function dateNames(language: string): DateNames {
  const found = known.get(language);
  if (found) return found;
  const names = namesIn(isLanguage(language) ? language : 'en');
  known.set(language, names);
  return names;
}

function isLanguage(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
}

function namesIn(language: string): DateNames {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const english = language === 'en' || language.startsWith('en-');
  if (english) months.set('sept', 9);
  for (let at = 0; at < 12; at += 1) {
    const day = Date.UTC(2001, at, 15);
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month }, { month, day: 'numeric' } as const]) {
        add(months, partOf(language, options, 'month', day), at + 1);
      }
    }
  }
  for (let at = 0; at < 7; at += 1) {
    // The 7th of January 2001 was a Sunday.
    const day = Date.UTC(2001, 0, 7 + at);
    add(weekdays, partOf(language, { weekday: 'long' }, 'weekday', day), at);
  }
  return {
    months,
    weekdays,
    monthPattern: pattern(months, hasCapital(partOf(language, { month: 'long' }, 'month', 0))),
    weekdayPattern: pattern(
      weekdays,
      hasCapital(partOf(language, { weekday: 'long' }, 'weekday', 0)),
    ),
  };
}

function partOf(
  language: string,
  options: Intl.DateTimeFormatOptions,
  type: 'month' | 'weekday',
  day: number,
): string {
  const parts = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(
    day,
  );
  return parts.find((part) => part.type === type)?.value ?? '';
}

/** Months that are but a figure ("11月") have no name. */
function add(names: Map<string, number>, name: string, value: number): void {
  const bare = name.replace(/\.$/, '').toLowerCase();
  if (bare !== '' && !/\p{N}/u.test(bare)) names.set(bare, value);
}

/** As the language writes them, with a capital or without: an English "may" or "march" is no month. */
function pattern(names: ReadonlyMap<string, number>, capital: boolean): string {
  return [...names.keys()]
    .map((name) => (capital ? name.charAt(0).toUpperCase() + name.slice(1) : name))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

function hasCapital(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}
