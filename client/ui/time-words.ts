/** Moments in words. Times are ms since the epoch; the words are English, the zone the reader's. */

const units = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** "now", "5 minutes ago", "yesterday", "in 7 days" */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) return relative.format(Math.trunc(distance / length), unit);
  }
  return 'now';
}

/** "25 Nov 2022, 21:00" */
export function exactTime(at: number): string {
  return exact.format(at);
}

/** "25 Nov 2022" */
export function dayOf(at: number): string {
  return day.format(at);
}
