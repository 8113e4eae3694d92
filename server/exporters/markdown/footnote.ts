// What was found about one claim, as the body of its footnote.
import { gradeOf, gradeText } from '../../../domain/derive/grades.ts';
import { latestFirst } from '../ruled-before.ts';
import {
  checksWords,
  claimTypeWords,
  confidenceWords,
  directnessWords,
  flagWords,
  likelihoodWords,
  passReasonWords,
  reviewOutcomeWords,
  reviewReasonWords,
  rulingKindWords,
  rulingMethodWords,
  staleReasonWords,
  stageWords,
  stanceSigns,
  stanceWords,
} from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import { type Evidence, stances } from '../../../domain/record/evidence.ts';
import type { Review } from '../../../domain/record/review.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import type { Verdict } from '../../../domain/record/verdict.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import { ratingOf } from '../../../domain/scale/scale.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { day, dottedWords, partialDate } from '../plain-words.ts';
import { bullet, indented, type Lines, prose, quoted, stacked } from './blocks.ts';
import { line, link, words } from './inline.ts';

/** `[^12]`, which Markdown may number otherwise when it shows it: the claim's number stands in the note. */
export function signOf({ claim }: ClaimView): string {
  return `[^${claim.number}]`;
}

function ratingLabel({ records }: ExportDocument, id: string): string {
  return ratingOf(scaleOf(records.settings.scale), id)?.label ?? id;
}

function strong(text: string): string {
  return line([{ words: text, strong: true }]);
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

function fields({ anchor, claim, words: now }: ClaimView, document: ExportDocument): Lines {
  const twin = claim.twin === null ? undefined : document.records.claims.get(claim.twin);
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
    ['The text now reads', anchor === 'changed' ? now : ''],
    ['In the text', anchor === 'removed' ? 'these words are no longer there' : ''],
    [
      'Withdrawn',
      withdrawn ? dottedWords([document.nameOf(withdrawn.by), withdrawn.reason]) || 'yes' : '',
    ],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .flatMap(([label, value]) => bullet([`${label}: ${words(value)}`]));
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
  if (!view.ruling) return [];
  const before = latestFirst(recordsOf(document.records, view.claim.id).rulings, view.ruling);
  return stacked([
    rulingBlock(view.ruling, view, document),
    stacked(
      before.map((each) =>
        bullet(
          stacked([
            [
              words(
                dottedWords([
                  `Ruled before: ${ratingLabel(document, each.rating)}`,
                  document.nameOf(each.ruledBy),
                  day(each.ruledAt),
                ]),
              ),
            ],
            prose(each.explanation),
          ]),
        ),
      ),
    ),
  ]);
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
    ]),
  );
}

function review(given: Review, document: ExportDocument): Lines {
  return bullet(
    stacked([
      [
        words(
          dottedWords([
            `Review: ${reviewOutcomeWords[given.outcome]}`,
            given.reasons.map((reason) => reviewReasonWords[reason].toLowerCase()).join(', '),
            document.nameOf(given.author),
            day(given.submittedAt),
          ]),
        ),
      ],
      prose(given.comment),
    ]),
  );
}

function verdictItem(view: ClaimView, verdict: Verdict, document: ExportDocument): Lines {
  const given = [document.nameOf(verdict.author), day(verdict.submittedAt)];
  if (verdict.kind === 'sealed') return bullet([words(dottedWords(['Sealed verdict', ...given]))]);
  if (verdict.kind === 'pass') {
    const passed = `Passed: ${passReasonWords[verdict.reason].toLowerCase()}`;
    return bullet(stacked([[words(dottedWords([passed, ...given]))], prose(verdict.words)]));
  }
  const stale = view.stale.get(verdict.author);
  const reviews = recordsOf(document.records, view.claim.id).reviews.filter(
    (each) => each.verdictAuthor === verdict.author && each.verdictRevision === verdict.revision,
  );
  return bullet(
    stacked([
      [
        dottedWords([
          strong(`Verdict: ${ratingLabel(document, verdict.rating)}`),
          words(
            dottedWords([
              `${confidenceWords[verdict.confidence]} confidence${verdict.basis ? `: ${verdict.basis}` : ''}`,
              verdict.likelihood && likelihoodWords[verdict.likelihood],
              verdict.afterReveal && 'given after the reveal',
              stale && staleReasonWords[stale],
              ...given,
            ]),
          ),
        ]),
      ],
      prose(verdict.rationale),
      ...reviews
        .toSorted((a, b) => a.submittedAt - b.submittedAt)
        .map((each) => review(each, document)),
    ]),
  );
}

export function footnote(view: ClaimView, document: ExportDocument): Lines {
  const { evidence, verdicts } = recordsOf(document.records, view.claim.id);
  const found = evidence
    .toSorted(
      (a, b) => stances.indexOf(a.stance) - stances.indexOf(b.stance) || a.createdAt - b.createdAt,
    )
    .map((piece) => evidenceItem(piece, document));
  const held = verdicts
    .toSorted((a, b) => a.submittedAt - b.submittedAt || a.author - b.author)
    .map((verdict) => verdictItem(view, verdict, document));
  const body = stacked([
    heading(view),
    quoted(prose(view.claim.quote.exact)),
    fields(view, document),
    rulings(view, document),
    stacked(found),
    stacked(held),
  ]);
  return indented(body, `${signOf(view)}: `, '    ');
}
