// One claim as the page lists it: quote, what is asked, ruling, evidence,
// verdicts with their reviews.
import { gradesText } from '../../../domain/derive/grades.ts';
import {
  checksWords,
  claimTypeWords,
  flagMeanings,
  flagWords,
  likelihoodWords,
  priorityWords,
  stageWords,
} from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { partialDate } from '../plain-words.ts';
import { renderEvidence } from './evidence.ts';
import { dotted, name } from './fields.ts';
import { html, type Content, type Markup } from './markup.ts';
import { relations, twinOf } from './relations.ts';
import { renderRulings } from './ruling.ts';
import { renderClaimTalk } from './talk.ts';
import { renderVerdicts } from './verdicts.ts';

function ratingChip({ rating }: ClaimView): Markup | null {
  return rating && html`<span class="chip rating ${rating.colour}">${rating.label}</span>`;
}

function chips(view: ClaimView): Content {
  const { stage, flags, rating } = view;
  const settled = rating !== null && stage === 'settled';
  return [
    ratingChip(view),
    stage && !settled && html`<span class="chip stage ${stage}">${stageWords[stage]}</span>`,
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

function fields(view: ClaimView, document: ExportDocument): Markup {
  const { claim } = view;
  const chain = claim.chain.map(({ who, how, when }) =>
    [who, how, when].filter((part) => part !== '').join(', '),
  );
  return html`<dl>
${field('Checks', dotted([checksWords[claim.checks], twinOf(view, document)]))}
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
${field('Assigned', dotted(claim.assignees.map((person) => name(document, person))))}
${field('Priority', claim.priority === 'normal' ? '' : priorityWords[claim.priority])}
${relations(view, document).map(([label, value]) => field(label, value))}
</dl>`;
}

function notices({ anchor, claim, words }: ClaimView, document: ExportDocument): Content {
  const { withdrawn } = claim;
  return [
    withdrawn &&
      html`<p class="hint">${dotted([
        'Withdrawn',
        name(document, withdrawn.by),
        withdrawn.reason && html`<bdi>${withdrawn.reason}</bdi>`,
      ])}</p>`,
    anchor === 'removed' && html`<p class="hint">These words are no longer in the text.</p>`,
    anchor === 'changed' &&
      html`<p class="hint">The text now reads: <q dir="auto">${words}</q></p>`,
  ];
}

/** Where the claim stands among others: its number, which is its address, and its place in the text. */
function heading({ claim, span }: ClaimView): Markup {
  const { number } = claim;
  return html`<h3 id="number-${number}"><a href="#claim-${number}"><span class="unseen">Claim </span>#${number}</a></h3>${
    span &&
    !claim.withdrawn &&
    html`<a class="place" href="#text-${number}">in the text<span class="unseen">, claim ${number}</span></a>`
  }`;
}

export function renderClaim(view: ClaimView, document: ExportDocument): Markup {
  const { claim } = view;
  const { evidence } = recordsOf(document.records, claim.id);
  const grades = evidence.length > 0 && gradesText(document.records, claim);
  return html`<li><article class="card ${view.rating?.colour ?? 'unrated'}" id="claim-${claim.number}" aria-labelledby="number-${claim.number}">
<header>${heading(view)}${chips(view)}${grades && html`<span class="grades"><span class="unseen">Best grades: </span>${grades}</span>`}</header>
<blockquote class="quote" dir="auto">${claim.quote.exact}</blockquote>
${notices(view, document)}
${fields(view, document)}
${renderRulings(view, document)}
${renderEvidence(evidence, document)}
${renderVerdicts(view, document)}
${renderClaimTalk(claim.id, document)}
</article></li>
`;
}
