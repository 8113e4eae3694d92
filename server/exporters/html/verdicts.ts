// Who held what of a claim, and what others said of it. Of a sealed verdict
// only that it was given.
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
import { scaleOf } from '../../../domain/scale/list.ts';
import { ratingOf } from '../../../domain/scale/scale.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { givenOnWords, type GivenVerdict, verdictsOn } from '../given.ts';
import { dotted, name, prose, time } from './fields.ts';
import { html, type Content, type Markup } from './markup.ts';
import { renderThreads } from './talk.ts';

function review(given: Review, document: ExportDocument): Markup {
  return html`<li class="review"><p class="who">${dotted([
    html`<strong>${reviewOutcomeWords[given.outcome]}</strong>`,
    given.reasons.map((reason) => reviewReasonWords[reason].toLowerCase()).join(', '),
    name(document, given.author),
    time(given.submittedAt),
  ])}</p>${prose(given.comment, 'words')}${suggested(given, document)}</li>`;
}

function suggested({ suggestion }: Review, document: ExportDocument): Content {
  if (!suggestion) return null;
  const rating = ratingOf(scaleOf(document.records.settings.scale), suggestion.rating ?? '');
  return [
    html`<p class="who">Suggests${rating ? `: ${rating.label}` : ''}</p>`,
    prose(suggestion.rationale, 'words'),
  ];
}

function judgement(given: GivenVerdict, verdict: Judgement, document: ExportDocument): Content {
  const rating = ratingOf(scaleOf(document.records.settings.scale), verdict.rating);
  const by = name(document, verdict.author);
  const { stale } = given;
  const reviews = reviewsOf(document.records, verdict).toSorted(
    (a, b) => a.submittedAt - b.submittedAt,
  );
  return [
    html`<p class="held"><span class="dot ${rating?.colour ?? ''}"></span><strong>${rating?.label ?? verdict.rating}</strong>${by && [' · ', by]}</p>`,
    html`<p class="who">${dotted([
      `${confidenceWords[verdict.confidence]} confidence${verdict.basis ? `: ${verdict.basis}` : ''}`,
      verdict.likelihood && likelihoodWords[verdict.likelihood],
      verdict.afterReveal && 'given after the reveal',
      givenOnWords(given),
      time(verdict.submittedAt),
    ])}</p>`,
    stale && html`<p class="hint">${staleReasonWords[stale]}</p>`,
    prose(verdict.rationale, 'words'),
    reviews.length > 0 &&
      html`<ul class="plain">${reviews.map((each) => review(each, document))}</ul>`,
  ];
}

function content(given: GivenVerdict, document: ExportDocument): Content {
  const { record: verdict } = given;
  if (verdict.kind === 'verdict') return judgement(given, verdict, document);
  const by = [name(document, verdict.author), givenOnWords(given), time(verdict.submittedAt)];
  if (verdict.kind === 'sealed') return html`<p class="who">${dotted(['Sealed', ...by])}</p>`;
  const passed = `Passed: ${passReasonWords[verdict.reason].toLowerCase()}`;
  return [html`<p class="who">${dotted([passed, ...by])}</p>`, prose(verdict.words, 'words')];
}

export function renderVerdicts(view: ClaimView, document: ExportDocument): Markup | null {
  const items = verdictsOn(document, view).map((given) => {
    const talk = renderThreads(document.talk.onVerdict(given.record), document);
    return html`<li class="verdict">${content(given, document)}${talk}</li>`;
  });
  if (items.length === 0) return null;
  return html`<section><h4>Verdicts</h4><ul class="plain">${items}</ul></section>`;
}
