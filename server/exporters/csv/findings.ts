// The tables beside that of the claims: evidence, sources, verdicts, reviews, rulings.
import { gradeOf, gradeText } from '../../../domain/derive/grades.ts';
import {
  confidenceWords,
  credibilityWords,
  directnessWords,
  likelihoodWords,
  passReasonWords,
  reliabilityWords,
  reviewOutcomeWords,
  reviewReasonWords,
  rulingKindWords,
  rulingMethodWords,
  staleReasonWords,
  stanceWords,
} from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import type { Evidence } from '../../../domain/record/evidence.ts';
import type { Review } from '../../../domain/record/review.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import type { Source } from '../../../domain/record/source.ts';
import type { Judgement, Verdict } from '../../../domain/record/verdict.ts';
import type { ExportDocument } from '../exporter.ts';
import { partialDate } from '../plain-words.ts';
import { type Cell, numberOf, ofClaims, ratingWord, table, when } from './column.ts';

function sourceOf({ source }: Evidence, { records }: ExportDocument): Source | undefined {
  return records.sources.get(source);
}

export const evidence = table<Evidence>({
  id: 'evidence',
  label: 'Evidence',
  rows: (document) =>
    ofClaims(document, ({ claim }) => recordsOf(document.records, claim.id).evidence),
  columns: [
    { heading: 'Claim', cell: ({ claim }, document) => numberOf(document, claim) },
    { heading: 'Stance', cell: ({ stance }) => stanceWords[stance] },
    { heading: 'Grade', cell: (piece, { records }) => gradeText(gradeOf(records, piece)) },
    {
      heading: 'Reliability of the source',
      cell(piece, document) {
        const reliability = sourceOf(piece, document)?.reliability;
        return reliability && reliabilityWords[reliability];
      },
    },
    {
      heading: 'Credibility of the information',
      cell: ({ credibility }) => credibility && credibilityWords[credibility],
    },
    { heading: 'Directness', cell: ({ directness }) => directness && directnessWords[directness] },
    { heading: 'Source', cell: (piece, document) => sourceOf(piece, document)?.title },
    { heading: 'Address', cell: (piece, document) => sourceOf(piece, document)?.url },
    { heading: 'Question', cell: ({ question }) => question },
    { heading: 'Passage', cell: ({ passage }) => passage },
    { heading: 'Translation', cell: ({ translation }) => translation },
    { heading: 'Translator', names: true, cell: ({ translator }) => translator },
    { heading: 'Note', cell: ({ note }) => note },
    { heading: 'Brought at', internal: true, cell: ({ createdAt }) => when(createdAt) },
    {
      heading: 'Brought by',
      names: true,
      cell: ({ createdBy }, { nameOf }) => nameOf(createdBy),
    },
    { heading: 'Graded by', names: true, cell: ({ grader }, { nameOf }) => nameOf(grader) },
    { heading: 'Removed', internal: true, cell: ({ removed }) => removed && when(removed.at) },
  ],
});

export const sources = table<Source>({
  id: 'sources',
  label: 'Sources',
  rows: ({ records }) =>
    [...records.sources.values()].toSorted(
      (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
    ),
  columns: [
    { heading: 'Title', cell: ({ title }) => title },
    { heading: 'Address', cell: ({ url }) => url },
    { heading: 'Publisher', cell: ({ publisher }) => publisher },
    { heading: 'Author', cell: ({ author }) => author },
    { heading: 'Published', cell: ({ published }) => partialDate(published) },
    { heading: 'Language', cell: ({ language }) => language },
    { heading: 'Medium', cell: ({ medium }) => medium },
    { heading: 'Origin', cell: ({ origin }) => origin },
    { heading: 'Grade', cell: ({ reliability }) => reliability },
    {
      heading: 'Reliability',
      cell: ({ reliability }) => reliability && reliabilityWords[reliability],
    },
    {
      heading: 'Archived copies',
      cell: ({ archived }) =>
        archived
          .filter(({ removed }) => !removed)
          .map(({ url, file }) => url || `${file?.name} (SHA-256 ${file?.sha256})`)
          .join('\n'),
    },
    {
      heading: 'Protected',
      internal: true,
      cell: (source) => (source.protected ? 'Yes' : 'No'),
    },
    { heading: 'Removed', internal: true, cell: ({ removed }) => removed && when(removed.at) },
  ],
});

function judged(verdict: Verdict, of: (judgement: Judgement) => Cell): Cell {
  return verdict.kind === 'verdict' && of(verdict);
}

export const verdicts = table<Verdict>({
  id: 'verdicts',
  label: 'Verdicts',
  internal: true,
  rows: (document) =>
    ofClaims(document, ({ claim }) =>
      recordsOf(document.records, claim.id).verdicts.toSorted(
        (a, b) => a.submittedAt - b.submittedAt || a.author - b.author,
      ),
    ),
  columns: [
    { heading: 'Claim', cell: ({ claim }, document) => numberOf(document, claim) },
    { heading: 'Author', names: true, cell: ({ author }, { nameOf }) => nameOf(author) },
    {
      heading: 'Verdict',
      cell: (verdict, document) =>
        ({
          verdict: () => judged(verdict, ({ rating }) => ratingWord(document, rating)),
          pass: () => 'Passed',
          sealed: () => 'Sealed',
        })[verdict.kind](),
    },
    {
      heading: 'Confidence',
      cell: (verdict) => judged(verdict, ({ confidence }) => confidenceWords[confidence]),
    },
    { heading: 'Basis', cell: (verdict) => judged(verdict, ({ basis }) => basis) },
    {
      heading: 'Likelihood',
      cell: (verdict) =>
        judged(verdict, ({ likelihood }) => likelihood && likelihoodWords[likelihood]),
    },
    {
      heading: 'Rationale',
      cell: (verdict) =>
        verdict.kind === 'pass'
          ? [passReasonWords[verdict.reason], verdict.words].filter(Boolean).join(': ')
          : judged(verdict, ({ rationale }) => rationale),
    },
    {
      heading: 'Stale',
      cell(verdict, { viewOf }) {
        const stale = viewOf(verdict.claim)?.stale.get(verdict.author);
        return stale && staleReasonWords[stale];
      },
    },
    { heading: 'Revision', cell: ({ revision }) => revision },
    { heading: 'After the reveal', cell: ({ afterReveal }) => (afterReveal ? 'Yes' : 'No') },
    { heading: 'Submitted at', cell: ({ submittedAt }) => when(submittedAt) },
  ],
});

export const reviews = table<Review>({
  id: 'reviews',
  label: 'Reviews',
  internal: true,
  rows: (document) =>
    ofClaims(document, ({ claim }) =>
      recordsOf(document.records, claim.id).reviews.toSorted(
        (a, b) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1),
      ),
    ),
  columns: [
    { heading: 'Claim', cell: ({ claim }, document) => numberOf(document, claim) },
    {
      heading: 'Verdict of',
      names: true,
      cell: ({ verdictAuthor }, { nameOf }) => nameOf(verdictAuthor),
    },
    { heading: 'Revision of the verdict', cell: ({ verdictRevision }) => verdictRevision },
    { heading: 'Reviewer', names: true, cell: ({ author }, { nameOf }) => nameOf(author) },
    { heading: 'Outcome', cell: ({ outcome }) => reviewOutcomeWords[outcome] },
    {
      heading: 'Reasons',
      cell: ({ reasons }) => reasons.map((reason) => reviewReasonWords[reason]).join(', '),
    },
    { heading: 'Comment', cell: ({ comment }) => comment },
    { heading: 'Submitted at', cell: ({ submittedAt }) => when(submittedAt) },
  ],
});

export const rulings = table<Ruling>({
  id: 'rulings',
  label: 'Rulings',
  rows: (document) =>
    ofClaims(document, ({ claim }) =>
      recordsOf(document.records, claim.id).rulings.toSorted(
        (a, b) => a.ruledAt - b.ruledAt || (a.id < b.id ? -1 : 1),
      ),
    ),
  columns: [
    { heading: 'Claim', cell: ({ claim }, document) => numberOf(document, claim) },
    { heading: 'Ruling', cell: ({ kind }) => rulingKindWords[kind] },
    { heading: 'Rating', cell: ({ rating }, document) => ratingWord(document, rating) },
    { heading: 'Method', cell: ({ method }) => rulingMethodWords[method] },
    { heading: 'Explanation', cell: ({ explanation }) => explanation },
    {
      heading: 'Dissent',
      cell: ({ dissent }, document) =>
        dissent
          .map(({ rating, words, author }) =>
            [ratingWord(document, rating), document.nameOf(author), words]
              .filter(Boolean)
              .join(': '),
          )
          .join('\n'),
    },
    { heading: 'Ruled at', cell: ({ ruledAt }) => when(ruledAt) },
    { heading: 'Ruled by', names: true, cell: ({ ruledBy }, { nameOf }) => nameOf(ruledBy) },
  ],
});
