// Who held what of a claim, and what others said of it. Of a sealed verdict
// only that it was given.
import { reviewsOf } from '../../../domain/derive/reviewing.ts';
import { stalenessOf } from '../../../domain/derive/standing.ts';
import {
  confidenceWords,
  likelihoodWords,
  passReasonWords,
  reviewOutcomeWords,
  reviewReasonWords,
  staleReasonWords,
} from '../../../domain/derive/words.ts';
import type { Claim } from '../../../domain/record/claim.ts';
import type { Review } from '../../../domain/record/review.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import type { Judgement, Verdict } from '../../../domain/record/verdict.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import { ratingOf } from '../../../domain/scale/scale.ts';
import { dotted, name, prose, time } from './fields.ts';
import { html, type Content, type Markup } from './markup.ts';

function review(given: Review, records: RecordState): Markup {
  return html`<li class="review"><p class="who">${dotted([
    html`<strong>${reviewOutcomeWords[given.outcome]}</strong>`,
    given.reasons.map((reason) => reviewReasonWords[reason].toLowerCase()).join(', '),
    name(records, given.author),
    time(given.submittedAt),
  ])}</p>${prose(given.comment, 'words')}</li>`;
}

function judgement(claim: Claim, verdict: Judgement, records: RecordState): Content {
  const rating = ratingOf(scaleOf(records.settings.scale), verdict.rating);
  const stale = stalenessOf(records, claim, verdict);
  const reviews = reviewsOf(records, verdict).toSorted((a, b) => a.submittedAt - b.submittedAt);
  return [
    html`<p class="held"><span class="dot ${rating?.colour ?? ''}"></span><strong>${rating?.label ?? verdict.rating}</strong> · ${name(records, verdict.author)}</p>`,
    html`<p class="who">${dotted([
      `${confidenceWords[verdict.confidence]} confidence${verdict.basis ? `: ${verdict.basis}` : ''}`,
      verdict.likelihood && likelihoodWords[verdict.likelihood],
      verdict.afterReveal && 'given after the reveal',
      time(verdict.submittedAt),
    ])}</p>`,
    stale && html`<p class="hint">${staleReasonWords[stale.reason]}</p>`,
    prose(verdict.rationale, 'words'),
    reviews.length > 0 &&
      html`<ul class="plain">${reviews.map((each) => review(each, records))}</ul>`,
  ];
}

function content(claim: Claim, verdict: Verdict, records: RecordState): Content {
  if (verdict.kind === 'verdict') return judgement(claim, verdict, records);
  const by = html`${name(records, verdict.author)} · ${time(verdict.submittedAt)}`;
  if (verdict.kind === 'sealed') return html`<p class="who">Sealed · ${by}</p>`;
  return [
    html`<p class="who">Passed: ${passReasonWords[verdict.reason].toLowerCase()} · ${by}</p>`,
    prose(verdict.words, 'words'),
  ];
}

export function renderVerdicts(
  claim: Claim,
  verdicts: readonly Verdict[],
  records: RecordState,
): Markup | null {
  if (verdicts.length === 0) return null;
  const items = verdicts
    .toSorted((a, b) => a.submittedAt - b.submittedAt || a.author - b.author)
    .map((verdict) => html`<li class="verdict">${content(claim, verdict, records)}</li>`);
  return html`<section><h4>Verdicts</h4><ul class="plain">${items}</ul></section>`;
}
