// One claim as the page lists it: quote, what is asked, ruling, evidence,
// verdicts with their reviews.
import {
  checksWords,
  claimTypeWords,
  flagMeanings,
  flagWords,
  likelihoodWords,
  stageWords,
} from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import type { ClaimView } from './claim-view.ts';
import { renderEvidence } from './evidence.ts';
import { dotted, partialDate } from './fields.ts';
import { html, type Content, type Markup } from './markup.ts';
import { renderRulings } from './ruling.ts';
import { renderVerdicts } from './verdicts.ts';

function ratingChip(label: string, colour: string): Markup {
  return html`<span class="chip rating ${colour}">${label}</span>`;
}

function chips({ stage, flags, rating }: ClaimView): Content {
  return [
    rating ? ratingChip(rating.label, rating.colour) : null,
    rating && stage === 'settled' ? null : html`<span class="chip">${stageWords[stage]}</span>`,
    flags.map(
      (flag) =>
        html`<span class="chip flag" title="${flagMeanings[flag]}">${flagWords[flag]}</span>`,
    ),
  ];
}

function field(label: string, value: Content): Markup | null {
  if (value === '' || value === null || value === false) return null;
  if (Array.isArray(value) && value.length === 0) return null;
  return html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`;
}

function fields({ claim }: ClaimView, records: RecordState): Markup {
  const twin = claim.twin === null ? undefined : records.claims.get(claim.twin);
  const shown = twin && !twin.withdrawn ? twin : null;
  const chain = claim.chain.map(({ who, how, when }) =>
    [who, how, when].filter((part) => part !== '').join(', '),
  );
  return html`<dl>
${field('Checks', [
  checksWords[claim.checks],
  shown &&
    html` · <a href="#claim-${shown.number}">${checksWords[shown.checks]}: #${shown.number}</a>`,
])}
${field('Restated', claim.restatement)}
${field('Claimant', claim.claimant)}
${field('By way of', chain.join(' ← '))}
${field('Date', partialDate(claim.date))}
${field('Place', claim.place)}
${field(
  'Kind',
  dotted([
    claim.type && claimTypeWords[claim.type],
    claim.likelihood && likelihoodWords[claim.likelihood],
  ]),
)}
${field('Tags', claim.tags.join(', '))}
</dl>`;
}

function changedWords({ anchor, words }: ClaimView): Markup | null {
  if (anchor === 'removed') return html`<p class="hint">These words are no longer in the text.</p>`;
  return anchor === 'changed'
    ? html`<p class="hint">The text now reads: <q dir="auto">${words}</q></p>`
    : null;
}

export function renderClaim(view: ClaimView, records: RecordState): Markup {
  const { claim, span } = view;
  const { evidence, verdicts } = recordsOf(records, claim.id);
  const number = `#${claim.number}`;
  return html`<li><article class="card ${view.rating?.colour ?? 'unrated'}" id="claim-${claim.number}" aria-labelledby="number-${claim.number}">
<header><h3 id="number-${claim.number}">${
    span
      ? html`<a href="#text-${claim.number}"><span class="unseen">Claim </span>${number}<span class="unseen">, to its place in the text</span></a>`
      : html`<span class="unseen">Claim </span>${number}`
  }</h3>${chips(view)}</header>
<blockquote class="quote" dir="auto">${claim.quote.exact}</blockquote>
${changedWords(view)}
${fields(view, records)}
${renderRulings(view, records)}
${renderEvidence(evidence, records)}
${renderVerdicts(claim, verdicts, records)}
</article></li>`;
}
