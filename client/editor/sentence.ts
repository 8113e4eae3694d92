/**
 * Sentences of one text block: `Intl.Segmenter`, with its breaks after
 * abbreviations and initials taken back ("Frederick W. Kagan", "Lt. Gen.
 * Surovikin", "the U.S. said").
 */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** After these a sentence hardly ever ends; compared without the final stop, in any case. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof st sr jr rev hon pres gov sen rep amb min col gen lt maj capt cpt cmdr adm sgt cpl pvt brig ' +
    'no nos art fig figs ch sec pp p vol ed eds vs v cf ca approx est incl resp e.g i.e viz al ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mt ft bzw z.b d.h u.a evtl ggf nr str'
  ).split(' '),
);
/** Those that may as well end one: a break stays if what follows begins like a sentence. */
const initials = /(?:^|[\s([“"'‘])(?:\p{Lu}\.)+$/u;
const lastWord = /(\p{L}[\p{L}.]*)\.$/u;

/** Spans in UTF-16 units, without white space at their edges, in order; blanks have none. */
export function sentencesOf(text: string, language = 'en'): Span[] {
  // A hard break is no end of a sentence; the segmenter takes it for one.
  const line = text.replaceAll('\n', ' ');
  const spans: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenterFor(language).segment(line)) {
    const end = index + segment.length;
    if (end < line.length && !endsSentence(line.slice(start, end), line.slice(end))) continue;
    const span = trimmed(line, start, end);
    if (span) spans.push(span);
    start = end;
  }
  const rest = trimmed(line, start, line.length);
  if (rest) spans.push(rest);
  return spans;
}

/** The sentence at `offset`: the one that holds it, or the nearest before it; null in a blank. */
export function sentenceAt(spans: readonly Span[], offset: number): number | null {
  if (spans.length === 0) return null;
  const next = spans.findIndex(({ from }) => from > offset);
  return next === -1 ? spans.length - 1 : Math.max(0, next - 1);
}

function endsSentence(before: string, after: string): boolean {
  const said = before.trimEnd();
  const next = after.trimStart();
  if (/^[\p{Ll},;:)\]]/u.test(next)) return false;
  // “U.S. Army” and “W. Kagan” against “… in the U.S. The army …”: an article or the like begins a sentence.
  if (initials.test(said)) return beginsSentence(next) && !/(?:^|\s)\p{Lu}\.$/u.test(said);
  const word = lastWord.exec(said)?.[1];
  return word === undefined || !abbreviations.has(word.toLowerCase());
}

function beginsSentence(text: string): boolean {
  return /^[“"‘'(]?(?:The|A|An|This|That|These|Those|It|He|She|They|We|I|In|On|At|But|And|However|Its|His|Her|Their|As|For|When|While|After|Before)\b/u.test(
    text,
  );
}

function trimmed(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { from: start, to: end } : null;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** An unknown language falls back to the reader's own. */
function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language || undefined, { granularity: 'sentence' });
    } catch {
      segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
    }
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
