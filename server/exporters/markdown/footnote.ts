// What was found about one claim, as the body of its footnote.
import { gradeOf, gradeText } from '../../../domain/derive/grades.ts';
import {
  checksWords,
  claimTypeWords,
  directnessWords,
  flagWords,
  likelihoodWords,
  rulingKindWords,
  rulingMethodWords,
  stageWords,
  stanceSigns,
  stanceWords,
} from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import { type Evidence, stances } from '../../../domain/record/evidence.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { cameFromWords, type Given, givenOnWords, rulingsOn, verdictsOn } from '../given.ts';
import { day, dottedWords, partialDate } from '../plain-words.ts';
import { ratingLabel } from '../rating-label.ts';
import { bullet, indented, type Lines, prose, quoted, stacked } from './blocks.ts';
import { link, strong, words } from './inline.ts';
import { threadItems } from './talk.ts';
import { verdictItem } from './verdicts.ts';

/** `[^12]`, which Markdown may number otherwise when it shows it: the claim's number stands in the note. */
export function signOf({ claim }: ClaimView): string {
  return `[^${claim.number}]`;
}

function heading(view: ClaimView): Lines {
  const { claim, flags, rating, stage } = view;
  const state = [
    stage !== 'settled' && stage && stageWords[stage],
    ...flags.map((flag) => flagWords[flag]),
  ];
  return [
    dottedWords([
      strong(dottedWords([`#${claim.number}`, rating?.label])),
      words(dottedWords(state).toLowerCase()),
    ]),
  ];
}

/** "#3, #4": of the claims that the file may speak of. */
function numbers(ids: readonly (string | null)[], { records }: ExportDocument): string {
  return ids
    .flatMap((id) => (id === null ? [] : (records.claims.get(id)?.number ?? [])))
    .map((number) => `#${number}`)
    .join(', ');
}

function fields(view: ClaimView, document: ExportDocument): Lines {
  const { anchor, claim, merged, words: now } = view;
  const twin = claim.twin === null ? undefined : document.viewOf(claim.twin)?.claim;
  const chain = claim.chain.map(({ who, how, when }) =>
    [who, how, when].filter(Boolean).join(', '),
  );
  const { withdrawn } = claim;
  const facts: readonly (readonly [string, string])[] = [
    [
      'Checks',
      dottedWords([
        checksWords[claim.checks],
        twin && `${checksWords[twin.checks]}: #${twin.number}`,
      ]),
    ],
    ['Restated', claim.restatement],
    ['Claimant', claim.claimant],
    ['By way of', chain.join(' ← ')],
    ['Date', partialDate(claim.date)],
    ['Place', claim.place],
    [
      'Kind',
      dottedWords([
        claim.type && claimTypeWords[claim.type],
        claim.likelihood && likelihoodWords[claim.likelihood],
      ]),
    ],
    ['Tags', claim.tags.join(', ')],
    [
      'Merged into',
      claim.mergedInto === null
        ? ''
        : `${numbers([claim.mergedInto], document)}, with all that was given on it`,
    ],
    ['Split into', numbers(claim.splitInto, document)],
    ['Split from', numbers([claim.partOf], document)],
    ...merged.map(
      ({ number, quote, withdrawn: by }) =>
        [
          'Merged into this',
          dottedWords([
            `#${number}`,
            `“${quote.exact}”`,
            by && document.nameOf(by.by),
            by && day(by.at),
          ]),
        ] as const,
    ),
    ['The text now reads', anchor === 'changed' ? now : ''],
    ['In the text', anchor === 'removed' ? 'these words are no longer there' : ''],
    [
      'Withdrawn',
      withdrawn ? dottedWords([document.nameOf(withdrawn.by), withdrawn.reason]) || 'yes' : '',
    ],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .flatMap(([label, value]) => bullet([words(`${label}: ${value}`)]));
}

function rulingBlock(ruling: Ruling, { stage }: ClaimView, document: ExportDocument): Lines {
  return stacked([
    [
      dottedWords([
        strong(`${rulingKindWords[ruling.kind]}: ${ratingLabel(document, ruling.rating)}`),
        stage !== 'settled' && 'being re-checked',
        words(
          dottedWords([
            rulingMethodWords[ruling.method],
            document.nameOf(ruling.ruledBy),
            day(ruling.ruledAt),
          ]),
        ),
      ]),
    ],
    prose(ruling.explanation),
    ...ruling.dissent.map((held) =>
      stacked([
        [
          words(
            dottedWords([
              `Dissent: ${ratingLabel(document, held.rating)}`,
              document.nameOf(held.author),
            ]),
          ),
        ],
        quoted(prose(held.words)),
      ]),
    ),
  ]);
}

function rulings(view: ClaimView, document: ExportDocument): Lines {
  const before = rulingsOn(document, view)
    .filter(({ record }) => record.id !== view.ruling?.id)
    .toReversed();
  return stacked([
    view.ruling ? rulingBlock(view.ruling, view, document) : [],
    stacked(before.map((each) => ruledBefore(each, document))),
  ]);
}

function ruledBefore(given: Given<Ruling>, document: ExportDocument): Lines {
  const { record } = given;
  return bullet(
    stacked([
      [
        words(
          dottedWords([
            `Ruled before: ${ratingLabel(document, record.rating)}`,
            givenOnWords(given),
            document.nameOf(record.ruledBy),
            day(record.ruledAt),
          ]),
        ),
      ],
      prose(record.explanation),
    ]),
  );
}

function evidenceItem(piece: Evidence, document: ExportDocument): Lines {
  const source = document.records.sources.get(piece.source);
  if (!source) return [];
  const by = document.nameOf(piece.createdBy);
  const details = dottedWords([
    piece.removed && 'removed',
    source.author,
    source.publisher,
    source.medium,
    partialDate(source.published),
    source.origin && `origin: ${source.origin}`,
    source.protected && 'protected',
    piece.directness && directnessWords[piece.directness].toLowerCase(),
    by && `brought by ${by}`,
    cameFromWords(document, piece),
  ]);
  const copies = source.archived.filter(({ url, removed }) => url !== '' && !removed);
  return bullet(
    stacked([
      [
        [
          `${stanceSigns[piece.stance]} ${stanceWords[piece.stance]}`,
          gradeText(gradeOf(document.records, piece)),
          link(source.title || source.url || 'Untitled source', source.url),
          ...copies.map(({ url }) => link('archived copy', url)),
          words(details),
        ]
          .filter((part) => part !== '')
          .join(' · '),
      ],
      prose(piece.question),
      quoted(prose(piece.passage)),
      quoted(prose(piece.translation)),
      piece.translation !== '' && piece.translator !== ''
        ? [words(`Translated by ${piece.translator}`)]
        : [],
      prose(piece.note),
      threadItems(document.talk.onEvidence(piece.id), document),
    ]),
  );
}

export function footnote(view: ClaimView, document: ExportDocument): Lines {
  const { evidence } = recordsOf(document.records, view.claim.id);
  const found = evidence
    .toSorted(
      (a, b) => stances.indexOf(a.stance) - stances.indexOf(b.stance) || a.createdAt - b.createdAt,
    )
    .map((piece) => evidenceItem(piece, document));
  const held = verdictsOn(document, view).map((given) => verdictItem(given, document));
  const body = stacked([
    heading(view),
    quoted(prose(view.claim.quote.exact)),
    fields(view, document),
    rulings(view, document),
    stacked(found),
    stacked(held),
    threadItems(document.talk.onClaim(view.claim.id), document),
  ]);
  return indented(body, `${signOf(view)}: `, '    ');
}
