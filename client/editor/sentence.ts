/**
 * Sentences of one text block: `Intl.Segmenter`, with its breaks after
 * abbreviations and initials taken back ("Frederick W. Kagan", "Lt. Gen.
 * Surovikin", "the U.S. said").
 */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** After these a sentence hardly ever ends, in any language; compared without the final stop, in any case. */
const titles =
  'mr mrs ms dr prof st sr jr rev hon pres gov sen rep amb min col gen lt maj capt cpt cmdr adm sgt cpl pvt brig ' +
  'vs cf ca e.g i.e viz al pp vol fig figs';
/** What is an abbreviation in one language is a word in the next: "no." ends many a sentence in Spanish. */
const ofLanguage: Readonly<Record<string, string>> = {
  en:
    'no nos art ch sec p ed eds v approx est incl resp ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mt ft',
  de: 'bzw z.b d.h u.a evtl ggf nr str s abs art bd hrsg usw vgl jan feb apr jun jul aug sept okt nov dez',
  fr: 'm mm mme mlle art p éd env janv févr avr juil sept oct nov déc',
  es: 'sra sres d dª ud uds art pág núm ed ene feb abr jun jul ago sept oct nov dic',
  it: 'sig sigg dott avv ing on art pag ecc n gen feb mar apr mag giu lug ago set ott nov dic',
  pt: 'sra d art pág nº jan fev mar abr jun jul ago set out nov dez',
  nl: 'dhr mevr ir drs bijv o.a blz nr jan feb mrt apr jun jul aug sep okt nov dec',
  ru: 'г гг ул им т.д т.п т.е напр стр тыс млн млрд руб рис см янв фев мар апр июн июл авг сен сент окт ноя дек',
  uk: 'р рр вул ім т.д т.п тобто напр стор тис млн млрд грн рис див січ лют бер кв тр чер лип сер вер жов лис гру',
  pl: 'p pan ul np m.in tj tzn nr r w ok tys mln mld zł prof inż',
};

const abbreviationsBy = new Map<string, ReadonlySet<string>>();

function abbreviationsOf(language: string): ReadonlySet<string> {
  const base = language.split('-', 1)[0]?.toLowerCase() ?? '';
  let words = abbreviationsBy.get(base);
  if (!words) {
    words = new Set(`${titles} ${ofLanguage[base] ?? ''}`.split(' '));
    abbreviationsBy.set(base, words);
  }
  return words;
}
/** Those that may as well end one: a break stays if what follows begins like a sentence. */
const initials = /(?:^|[\s([“"'‘])(?:\p{Lu}\.)+$/u;
const lastWord = /(\p{L}[\p{L}.]*)\.$/u;

/** Spans in UTF-16 units, without white space at their edges, in order; blanks have none. */
export function sentencesOf(text: string, language = 'en'): Span[] {
  // A hard break is no end of a sentence; the segmenter takes it for one.
  const line = text.replaceAll('\n', ' ');
  const known = abbreviationsOf(language || 'en');
  const spans: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenterFor(language).segment(line)) {
    const end = index + segment.length - openersAt(segment);
    if (
      end < line.length &&
      !endsSentence(line.slice(start, end), line.slice(end, end + 40), known)
    )
      continue;
    const span = trimmed(line, start, end);
    if (span) spans.push(span);
    start = end;
  }
  const rest = trimmed(line, start, line.length);
  if (rest) spans.push(rest);
  return spans;
}

/** “。「” without a space between: the segmenter leaves the bracket that opens the next sentence with this one. */
function openersAt(segment: string): number {
  return /[^\s\p{Ps}\p{Pi}]([\p{Ps}\p{Pi}]+)$/u.exec(segment)?.[1]?.length ?? 0;
}

/** The sentence at `offset`: the one that holds it, or the nearest before it; null in a blank. */
export function sentenceAt(spans: readonly Span[], offset: number): number | null {
  if (spans.length === 0) return null;
  const next = spans.findIndex(({ from }) => from > offset);
  return next === -1 ? spans.length - 1 : Math.max(0, next - 1);
}

function endsSentence(before: string, after: string, known: ReadonlySet<string>): boolean {
  const said = before.trimEnd();
  const next = after.trimStart();
  if (/^[\p{Ll},;:)\]]/u.test(next)) return false;
  // “U.S. Army” and “W. Kagan” against “… in the U.S. The army …”: an article or the like begins a sentence.
  if (initials.test(said)) return beginsSentence(next) && !/(?:^|\s)\p{Lu}\.$/u.test(said);
  const word = lastWord.exec(said)?.[1];
  return word === undefined || !known.has(word.toLowerCase());
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
