// Where the words of a claim may be that lost its place: what a person is
// asked, each with a score. Nothing here is ever done without asking.
import { CodePoints } from '../text/code-points.ts';
import type { Selectors } from './selectors.ts';
import { snap, type Span } from './snap.ts';
import { ALIKE } from './locate.ts';
import { editDistance, fold, type Folded } from './words.ts';

/** A place that may be the claim's. */
export interface Offer {
  /** In UTF-16 units of the plain text. */
  readonly span: Span;
  readonly words: string;
  /** 0 to 1; 1 is the very words between the very same neighbours at the same place. */
  readonly score: number;
}

// The words themselves count most; neighbours choose among equals, the place among equal neighbours.
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const OFFERED_MOST = 3;
// Places that are looked at closely.
const EXAMINED_MOST = 12;
// Words of the quote by which places are found; a word that stands in very many places tells nothing.
const SEEDS_MOST = 12;
const SEED_PLACES_MOST = 40;

/** The likeliest places in `whole`, best first, at most three, none that overlap, none less than 60 % alike. */
export function offersFor(whole: string, wanted: Selectors): Offer[] {
  const folded = fold(whole);
  const quote = fold(wanted.quote.exact).text;
  if (quote === '') return [];
  const points = new CodePoints(whole);
  const position = points.toUnit(wanted.position.start);
  const offers = places(folded, quote)
    .map((start) => bestSpan(folded, quote, start))
    .filter(({ alike }) => alike >= ALIKE)
    .map(({ start, end, alike }): Offer | null => {
      const span = snap(whole, {
        start: folded.origin[start] ?? 0,
        end: folded.origin[end] ?? whole.length,
      });
      if (span === null) return null;
      const score = scoreOf(whole, wanted, span, alike, position);
      return { span, words: whole.slice(span.start, span.end), score };
    })
    .filter((offer) => offer !== null)
    .sort((a, b) => b.score - a.score);
  const chosen: Offer[] = [];
  for (const offer of offers) {
    if (chosen.length >= OFFERED_MOST) break;
    if (chosen.every(({ span }) => span.end <= offer.span.start || offer.span.end <= span.start)) {
      chosen.push(offer);
    }
  }
  return chosen;
}

/** Folded offsets at which the quote may start: where it stands, or else where most of its rarer words point. */
function places({ text }: Folded, quote: string): number[] {
  const exact = occurrences(text, quote, EXAMINED_MOST);
  if (exact.length > 0) return exact;
  const votes = new Map<number, { start: number; count: number }>();
  const seeds = [...quote.matchAll(/[\p{L}\p{N}]+/gu)]
    .toSorted((a, b) => b[0].length - a[0].length)
    .slice(0, SEEDS_MOST);
  // Places that point to about the same start are one: words before it may have come or gone.
  const width = Math.max(8, Math.floor(quote.length / 4));
  for (const seed of seeds) {
    const found = occurrences(text, seed[0], SEED_PLACES_MOST + 1);
    if (found.length > SEED_PLACES_MOST) continue;
    for (const at of found) {
      const start = Math.max(0, at - seed.index);
      const bin = Math.round(start / width);
      const vote = votes.get(bin);
      if (vote === undefined) votes.set(bin, { start, count: seed[0].length });
      else vote.count += seed[0].length;
    }
  }
  return [...votes.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, EXAMINED_MOST)
    .map(({ start }) => start);
}

function occurrences(text: string, part: string, most: number): number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(part);
    at >= 0 && found.length < most;
    at = text.indexOf(part, at + 1)
  ) {
    found.push(at);
  }
  return found;
}

/** The stretch of whole words near `start` that is most like the quote, in folded offsets. */
function bestSpan(
  { text }: Folded,
  quote: string,
  start: number,
): { start: number; end: number; alike: number } {
  if (text.startsWith(quote, start)) return { start, end: start + quote.length, alike: 1 };
  const reach = Math.max(8, Math.floor(quote.length / 3));
  let best = { start, end: start, alike: 0 };
  const consider = (from: number, to: number): void => {
    if (to <= from) return;
    const longer = Math.max(to - from, quote.length);
    const alike = 1 - editDistance(text.slice(from, to), quote) / longer;
    if (alike > best.alike) best = { start: from, end: to, alike };
  };
  // One edge, then the other: all pairs would be too many for a long quote.
  for (const from of borders(text, start, reach, 'start')) consider(from, from + quote.length);
  const from = best.start;
  for (const to of borders(text, from + quote.length, reach, 'end')) consider(from, to);
  const { end } = best;
  for (const other of borders(text, from, reach, 'start')) consider(other, end);
  return best;
}

/** Where words begin, or end, around `at`. */
function borders(text: string, at: number, reach: number, which: 'start' | 'end'): number[] {
  const found: number[] = [];
  for (let i = Math.max(0, at - reach); i <= Math.min(text.length, at + reach); i++) {
    const inside = which === 'start' ? text.charAt(i) : text.charAt(i - 1);
    const outside = which === 'start' ? text.charAt(i - 1) : text.charAt(i);
    if (inside !== ' ' && inside !== '' && (outside === ' ' || outside === '')) found.push(i);
  }
  return found;
}

function scoreOf(
  whole: string,
  { quote }: Selectors,
  span: Span,
  alike: number,
  position: number,
): number {
  const prefix = alikeness(
    whole.slice(Math.max(0, span.start - quote.prefix.length), span.start),
    quote.prefix,
  );
  const suffix = alikeness(whole.slice(span.end, span.end + quote.suffix.length), quote.suffix);
  const near = 1 - Math.min(1, Math.abs(span.start - position) / Math.max(1, whole.length));
  const sum =
    WEIGHTS.quote * alike +
    WEIGHTS.prefix * prefix +
    WEIGHTS.suffix * suffix +
    WEIGHTS.position * near;
  return sum / (WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.position);
}

/** Neighbours that the record does not have count as alike: it lay at the edge of the text. */
function alikeness(found: string, wanted: string): number {
  const right = fold(wanted).text;
  if (right === '') return 1;
  const left = fold(found).text;
  return 1 - editDistance(left, right) / Math.max(left.length, right.length);
}
