// The tables of what was given on claims: verdicts, reviews, rulings. What was
// given on a claim that was merged stands with the one that it counts for.
import {
  confidenceWords,
  likelihoodWords,
  passReasonWords,
  reviewOutcomeWords,
  reviewReasonWords,
  rulingKindWords,
  rulingMethodWords,
  staleReasonWords,
} from '../../../domain/derive/words.ts';
import type { Review } from '../../../domain/record/review.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import type { Judgement, Verdict } from '../../../domain/record/verdict.ts';
import { type Given, type GivenVerdict, reviewsOn, rulingsOn, verdictsOn } from '../given.ts';
import { ratingLabel } from '../rating-label.ts';
import { type Cell, type Column, countedFor, numberOf, ofClaims, table, when } from './column.ts';

const claim: Column<Given<{ readonly claim: string }>> = {
  heading: 'Claim',
  cell: ({ record }, document) => numberOf(document, countedFor(document, record.claim)),
};
const givenOn: Column<Given<unknown>> = {
  heading: 'Given on',
  internal: true,
  cell: ({ on }) => on,
};

function judged(verdict: Verdict, of: (judgement: Judgement) => Cell): Cell {
  return verdict.kind === 'verdict' && of(verdict);
}

export const verdicts = table<GivenVerdict>({
  id: 'verdicts',
  label: 'Verdicts',
  internal: true,
  rows: (document) => ofClaims(document, (view) => verdictsOn(document, view)),
  columns: [
    claim,
    givenOn,
    { heading: 'Author', names: true, cell: ({ record }, { nameOf }) => nameOf(record.author) },
    {
      heading: 'Verdict',
      cell: ({ record: verdict }, document) =>
        ({
          verdict: () => judged(verdict, ({ rating }) => ratingLabel(document, rating)),
          pass: () => 'Passed',
          sealed: () => 'Sealed',
        })[verdict.kind](),
    },
    {
      heading: 'Confidence',
      cell: ({ record }) => judged(record, ({ confidence }) => confidenceWords[confidence]),
    },
    { heading: 'Basis', cell: ({ record }) => judged(record, ({ basis }) => basis) },
    {
      heading: 'Likelihood',
      cell: ({ record }) =>
        judged(record, ({ likelihood }) => likelihood && likelihoodWords[likelihood]),
    },
    {
      heading: 'Rationale',
      cell: ({ record: verdict }) =>
        verdict.kind === 'pass'
          ? [passReasonWords[verdict.reason], verdict.words].filter(Boolean).join(': ')
          : judged(verdict, ({ rationale }) => rationale),
    },
    {
      heading: 'Stale',
      cell: ({ stale }) => stale && staleReasonWords[stale],
    },
    { heading: 'Revision', cell: ({ record }) => record.revision },
    { heading: 'After the reveal', cell: ({ record }) => (record.afterReveal ? 'Yes' : 'No') },
    { heading: 'Submitted at', cell: ({ record }) => when(record.submittedAt) },
  ],
});

export const reviews = table<Given<Review>>({
  id: 'reviews',
  label: 'Reviews',
  internal: true,
  rows: (document) => ofClaims(document, (view) => reviewsOn(document, view)),
  columns: [
    claim,
    givenOn,
    {
      heading: 'Verdict of',
      names: true,
      cell: ({ record }, { nameOf }) => nameOf(record.verdictAuthor),
    },
    { heading: 'Revision of the verdict', cell: ({ record }) => record.verdictRevision },
    { heading: 'Reviewer', names: true, cell: ({ record }, { nameOf }) => nameOf(record.author) },
    { heading: 'Outcome', cell: ({ record }) => reviewOutcomeWords[record.outcome] },
    {
      heading: 'Reasons',
      cell: ({ record }) => record.reasons.map((reason) => reviewReasonWords[reason]).join(', '),
    },
    { heading: 'Comment', cell: ({ record }) => record.comment },
    { heading: 'Submitted at', cell: ({ record }) => when(record.submittedAt) },
  ],
});

export const rulings = table<Given<Ruling>>({
  id: 'rulings',
  label: 'Rulings',
  rows: (document) => ofClaims(document, (view) => rulingsOn(document, view)),
  columns: [
    claim,
    givenOn,
    { heading: 'Ruling', cell: ({ record }) => rulingKindWords[record.kind] },
    { heading: 'Rating', cell: ({ record }, document) => ratingLabel(document, record.rating) },
    { heading: 'Method', cell: ({ record }) => rulingMethodWords[record.method] },
    { heading: 'Explanation', cell: ({ record }) => record.explanation },
    {
      heading: 'Dissent',
      cell: ({ record }, document) =>
        record.dissent
          .map(({ rating, words, author }) =>
            [ratingLabel(document, rating), document.nameOf(author), words]
              .filter(Boolean)
              .join(': '),
          )
          .join('\n'),
    },
    { heading: 'Ruled at', cell: ({ record }) => when(record.ruledAt) },
    { heading: 'Ruled by', names: true, cell: ({ record }, { nameOf }) => nameOf(record.ruledBy) },
  ],
});
