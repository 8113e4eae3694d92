// Who held what of a claim, and what others said of it, as list items.
import { reviewsOf } from '../../../domain/derive/reviewing.ts';
import {
  confidenceWords,
  likelihoodWords,
  passReasonWords,
  reviewOutcomeWords,
  reviewReasonWords,
  staleReasonWords,
} from '../../../domain/derive/words.ts';
import type { Review } from '../../../domain/record/review.ts';
import type { Judgement } from '../../../domain/record/verdict.ts';
import type { ExportDocument } from '../exporter.ts';
import { givenOnWords, type GivenVerdict } from '../given.ts';
import { day, dottedWords } from '../plain-words.ts';
import { ratingLabel } from '../rating-label.ts';
import { bullet, type Lines, prose, stacked } from './blocks.ts';
import { strong, words } from './inline.ts';
import { threadItems } from './talk.ts';

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

export function verdictItem(given: GivenVerdict, document: ExportDocument): Lines {
  const { record, stale } = given;
  const by = [document.nameOf(record.author), givenOnWords(given), day(record.submittedAt)];
  const talk = threadItems(document.talk.onVerdict(record), document);
  if (record.kind === 'sealed')
    return bullet(stacked([[words(dottedWords(['Sealed verdict', ...by]))], talk]));
  if (record.kind === 'pass') {
    const passed = `Passed: ${passReasonWords[record.reason].toLowerCase()}`;
    return bullet(stacked([[words(dottedWords([passed, ...by]))], prose(record.words), talk]));
  }
  return bullet(
    stacked([
      judgement(record, [stale && staleReasonWords[stale], ...by], document),
      prose(record.rationale),
      ...reviewsOf(document.records, record)
        .toSorted((a, b) => a.submittedAt - b.submittedAt)
        .map((each) => review(each, document)),
      talk,
    ]),
  );
}

function judgement(
  verdict: Judgement,
  more: Parameters<typeof dottedWords>[0],
  document: ExportDocument,
): Lines {
  return [
    dottedWords([
      strong(`Verdict: ${ratingLabel(document, verdict.rating)}`),
      words(
        dottedWords([
          `${confidenceWords[verdict.confidence]} confidence${verdict.basis ? `: ${verdict.basis}` : ''}`,
          verdict.likelihood && likelihoodWords[verdict.likelihood],
          verdict.afterReveal && 'given after the reveal',
          ...more,
        ]),
      ),
    ]),
  ];
}
