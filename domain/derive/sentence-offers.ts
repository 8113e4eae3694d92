/**
 * What the sentence around a claim says of it: who says so, by which verb, when,
 * where. Only what is certain enough to be offered; a person takes it or leaves
 * it. Reads English; of other languages it reads the dates alone.
 */
import { writtenDates } from '../date/written-dates.ts';
import type { Attribution } from '../record/claim.ts';
import type { PartialDate } from '../record/fields.ts';
import { bareVerbs, reportingForms } from './reporting-verbs.ts';

export interface SentenceOffers {
  /** Empty where the sentence names nobody, or only "they". */
  readonly claimant: string;
  /** From whoever passed it on to the claimant; empty where there is neither. */
  readonly chain: readonly Attribution[];
  /** That beside the reporting verb first, then those in the quote. */
  readonly dates: readonly PartialDate[];
  readonly place: string;
  /** The first word of a quote that means something said before it: "These". */
  readonly dangling: string | null;
}

export interface QuoteInSentence {
  readonly sentence: string;
  /** Of the quote, in UTF-16 units of the sentence; it may go on beyond it. */
  readonly from: number;
  readonly to: number;
  /** BCP 47; empty reads as English. */
  readonly language: string;
}

/** Somebody says something: where that stands in the sentence. */
interface Report {
  readonly who: string;
  readonly how: string;
  /** Between the verb and what is said: "on November 23 that". */
  readonly beside: string;
  /** Where what is said begins. */
  readonly at: number;
  /** Where the words end that name who says it. */
  readonly named: number;
}

export function sentenceOffers(input: QuoteInSentence): SentenceOffers {
  const { sentence, from, to, language } = input;
  const quote = sentence.slice(from, to);
  if (!/^(?:en(?:-|$)|$)/i.test(language)) {
    return { claimant: '', chain: [], dates: datesIn(quote, language), place: '', dangling: null };
  }
  const reports = reportsOn(sentence, from, to);
  const chain = reports
    .filter(({ who, how }) => who !== '' || how !== '')
    .map(({ who, how, beside }) => ({ who, how, when: datesIn(beside, 'en')[0]?.asWritten ?? '' }));
  const last = reports.at(-1);
  const said = last && last.at > from ? sentence.slice(Math.min(last.at, to), to) : quote;
  return {
    claimant: last?.who ?? '',
    // A link without a name says nothing of whose words they are.
    chain: chain.every(({ who }) => who !== '') ? chain : [],
    dates: distinct([...datesIn(last?.beside ?? '', 'en'), ...datesIn(quote, 'en')]),
    place: placeIn(said),
    dangling: danglingIn(quote),
  };
}

function datesIn(words: string, language: string): PartialDate[] {
  return writtenDates(words, language).map(({ edtf, words: asWritten }) => ({ edtf, asWritten }));
}

function distinct(dates: readonly PartialDate[]): PartialDate[] {
  return dates.filter((date, at) => dates.findIndex(({ edtf }) => edtf === date.edtf) === at);
}

/** Those under whose word the quote stands, the outermost first. */
function reportsOn(sentence: string, from: number, to: number): readonly Report[] {
  const after = reportAfter(sentence, to);
  if (after) return [after];
  const found = [...reportsBefore(sentence)];
  const outside = found.filter(({ at }) => at <= from && reaches(sentence, at, from));
  if (outside.length > 0) return outside;
  // The quote holds the reporting words itself, and begins with them: else part of it is somebody else's.
  const inside = found.find(({ at }) => at > from && at < to);
  return inside && !turnIn(sentence.slice(from, inside.named)) ? [inside] : [];
}

/** Where a sentence goes on with something that whoever was named need not have said. "that" takes their words up again. */
const turn =
  /;\s|,\s(?:and|but|or|so|yet|while|whereas|although|though|however|as)\s(?!that\s)|\s(?:but|whereas|although)\s(?!that\s)/g;

function turnIn(words: string): boolean {
  turn.lastIndex = 0;
  return turn.test(words);
}

/** Whether what is said from `at` on is still going on at `from`. */
function reaches(sentence: string, at: number, from: number): boolean {
  const mark = /[“"]\s?$/.exec(sentence.slice(0, at))?.[0].trim();
  // In quotation marks it ends with them, and however it turns it is theirs.
  if (mark !== undefined) return !sentence.slice(at, from).includes(mark === '“' ? '”' : mark);
  for (const { index } of sentence.slice(at).matchAll(turn)) if (at + index < from) return false;
  return true;
}

/** “Putin: we will win”; longer ones are sentences of their own. */
const LABEL_WORDS = 4;
const ADVERBS = '(?:also|even|later|again|then|once|often|still|now|just|has|have|had|\\p{Ll}+ly)';
const clause = new RegExp(
  `(?<=[\\p{L}\\p{N}”"’),.]\\s)(?:${ADVERBS}\\s)*(\\p{Ll}+)(?=[\\s,:])`,
  'gu',
);
/** Before a verb, these make it no report: "is expected to say", "was told by". */
const noReport =
  /\b(?:to|will|would|can|could|may|might|must|should|shall|not|never|be|being|been|is|are|was|were|by|of|the|a|an|its|his|her|their|any|such|no|not yet)$/i;

function* reportsBefore(sentence: string): Generator<Report> {
  const according = /^(?:[^.;:]{0,40}\s)?[Aa]ccording to ([^,;:]+(?:,\s\p{Lu}[^,;:]+)*),\s/u.exec(
    sentence,
  );
  if (according) {
    const who = named(according[1] ?? '');
    yield { who, how: 'according to', beside: '', at: according[0].length, named: 0 };
  }
  const label = /^([\p{Lu}“"][^.:;,]{0,60}):\s/u.exec(sentence);
  const speaker = (label?.[1] ?? '').split(' ');
  // With a verb of saying, it is read below.
  if (label && speaker.length <= LABEL_WORDS && !speaker.some((word) => reportingForms.has(word)))
    yield { who: named(label[1] ?? ''), how: '', beside: '', at: label[0].length, named: 0 };
  for (const match of sentence.matchAll(clause)) {
    const verb = match[1] ?? '';
    if (!reportingForms.has(verb)) continue;
    const before = sentence.slice(0, match.index).trimEnd();
    if (noReport.test(before)) continue;
    const rest = sentence.slice(match.index + match[0].length);
    const content = contentOf(rest, verb);
    if (content === null) continue;
    yield {
      who: named(subjectOf(before)),
      how: verb,
      beside: rest.slice(0, content),
      at: match.index + match[0].length + content,
      named: match.index,
    };
  }
}

/** How far behind the verb what is said begins; null where nothing is said. */
function contentOf(rest: string, verb: string): number | null {
  const that = /^(?:[^.;:,“"]{0,80}?\s|,[^,.;:]{0,60},\s)?that\s/.exec(rest);
  if (that && !/\s(?:and|but|or)\s/.test(that[0])) return that[0].length;
  const quoted = /^(?:[^.;“"]{0,60}?)?[:,]?\s?[“"]/.exec(rest);
  if (quoted && /[:,]/.test(quoted[0])) return quoted[0].length;
  const colon = /^[^.;,]{0,40}:\s/.exec(rest);
  if (colon) return colon[0].length;
  const bare = /^\s(?=(?:he|she|they|it|there|we|I)\s)/.exec(rest);
  return bare && bareVerbs.has(verb) ? bare[0].length : null;
}

/** “…,” the men said. · “…,” said the men. · …, according to the men. */
function reportAfter(sentence: string, to: number): Report | null {
  const rest = sentence.slice(to);
  const according = /^[”"’]?,?\s?according to (.+?)[.”"]?$/u.exec(rest);
  if (according)
    return { who: named(according[1] ?? ''), how: 'according to', beside: '', at: 0, named: 0 };
  const tail = /^[,”"’]{1,3}\s([^,;:]+?)[.”"]?$/u.exec(rest)?.[1];
  if (tail === undefined || turnIn(`, ${tail}`)) return null;
  const words = tail.split(' ');
  const at = words.findIndex((word) => reportingForms.has(word));
  const how = words[at];
  if (how === undefined) return null;
  const who = at === 0 ? words.slice(1).join(' ') : words.slice(0, at).join(' ');
  const beside = at === 0 ? '' : words.slice(at + 1).join(' ');
  const subject = at === 0 ? withoutDate(who) : { words: who, date: beside };
  return { who: named(subject.words), how, beside: subject.date, at: 0, named: 0 };
}

/** "the men on Monday" */
function withoutDate(words: string): { words: string; date: string } {
  const found = /^(.+?)\s((?:on|in)\s.+)$/.exec(words);
  const date = found?.[2] ?? '';
  if (!found || writtenDates(date).length === 0) return { words, date: '' };
  return { words: found[1] ?? '', date };
}

const boundary =
  /^[\s\S]*(?:[.;:!?]\s|[“(—–]\s?|,\s(?:but|and|while|although|though|whereas|as|after|because|so|or)\s|\b(?:in which|that|because|when|while|although|whether|if)\s)/u;
const opening =
  /^(?:However|Meanwhile|Additionally|Moreover|Furthermore|Similarly|Separately|Earlier|Later|Also|Notably|Finally|Instead|In addition|For example)\s*,\s/u;
/** An adverbial before the subject: "After the attack, officials". */
const adverbial =
  /^(?:After|Before|During|In|On|At|As|While|When|Since|Following|Despite|With|By|Under|Amid)\s[^,]*(?:,\s\p{Lu}[^,]*(?=,))*,\s/u;

/** The words before the verb that may name who says so. */
function subjectOf(before: string): string {
  const coordinated = /\s(?:and|then|but)$/.test(before);
  const clauseWords = before.replace(boundary, '').replace(opening, '').replace(adverbial, '');
  // Whoever stands at the beginning with a comma behind: "Kots, a milblogger whom …, called for … and said".
  const apposed = /^(.+?),\s(?:an?|the|who|whom|whose|which|including|one)\s/u.exec(
    coordinated ? before.replace(opening, '') : clauseWords,
  );
  if (apposed) return apposed[1] ?? '';
  return coordinated ? '' : clauseWords.replace(/,$/, '');
}

const pronoun =
  /^(?:he|she|it|they|these|those|this|that|we|i|you|who|which|there|his|her|their|its|our|my|others?|both|the (?:former|latter))\b/i;
const nounPhrase =
  /^(?:[\p{Lu}“"‘]|(?:an?|the|one|two|three|four|five|several|some|many|most|other|another|unidentified|unnamed)\s)/u;
const clauseInside = /\s(?:is|are|was|were|has|have|had|will|would|did|does|do)\s|[“”"][^“”"]*$/u;

/** Words that name somebody; empty for a pronoun, for a whole clause, for anything doubtful. */
function named(words: string): string {
  const who = words.trim().replace(/[,\s]+$/, '');
  const count = who.split(/\s+/).length;
  if (who === '' || count > 14 || pronoun.test(who) || !nounPhrase.test(who)) return '';
  return clauseInside.test(who.replaceAll(/“[^”]*”/g, 'x')) ? '' : who;
}

const NAME = "\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+)*";
const AREA =
  '(?:Oblast|Region|Raion|Province|Krai|County|District|Republic|City|Governorate|Prefecture|Voivodeship)';
const placeWords = new RegExp(
  `\\b(?:in|near|at|outside|around)\\s((?:${NAME},\\s)?${NAME}\\s${AREA})(?![\\p{L}])`,
  'u',
);

/** One that names its region: a bare name may be a person or a unit. */
function placeIn(words: string): string {
  return placeWords.exec(words)?.[1] ?? '';
}

function danglingIn(quote: string): string | null {
  const first = /^[“"'‘]?(these|those|they|it|this|he|she|his|her|their|its)\b/i.exec(quote)?.[1];
  if (first === undefined) return null;
  const expletive =
    /^[“"'‘]?it\s(?:is|was|has been|had been|seems|appears|remains)\s(?:\p{L}+\s)?(?:that|to|possible|likely|unlikely|clear|unclear|certain)\b/iu;
  const time = /^[“"'‘]?this\s(?:year|month|week|morning|afternoon|evening)\b/i;
  return expletive.test(quote) || time.test(quote) ? null : first;
}
